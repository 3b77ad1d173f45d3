"""Which kind of tensor is it? Eager, symbolic and Keras tensors, and variables.

Source: the documentation of `tf.Tensor`, https://www.tensorflow.org/api_docs/python/tf/Tensor, and
of `keras.KerasTensor`, https://keras.io/api/layers/base_layer/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def tensor_kind(x):
    r"""Tells which kind of tensor an object is.

    It depends on the object alone, not on where it is asked about: an eager tensor stays one when
    a function that is being recorded looks at it. Ragged and sparse tensors are not asked about.

    Args:
        x: Any object.

    Returns:
        A string: `"eager"` for a tensor of TensorFlow with values, `"symbolic"` for one that
        stands in a graph, as inside `tf.function`, `"keras"` for a Keras tensor, such as
        `keras.Input` gives, `"variable"` for a variable of TensorFlow's or of Keras', and
        `"other"` for everything else, such as arrays, lists and numbers.

    Examples:
        >>> tensor_kind(tf.constant(1.0)), tensor_kind(keras.Input((3,))), tensor_kind([1.0])
        ('eager', 'keras', 'other')
    """
    ### BEGIN SOLUTION
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    if isinstance(x, keras.KerasTensor):
        return "keras"
    if not isinstance(x, tf.Tensor):
        return "other"
    return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
    ### END SOLUTION


def keras_variable_forgotten(x):
    return "other" if isinstance(x, keras.Variable) else tensor_kind(x)


def variables_are_tensors_too(x):
    if tf.is_tensor(x):
        return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
    return tensor_kind(x)


def mode_instead_of_tensor(x):
    if isinstance(x, tf.Tensor):
        return "eager" if tf.executing_eagerly() else "symbolic"
    return tensor_kind(x)


def keras_tensor_symbolic(x):
    return "symbolic" if isinstance(x, keras.KerasTensor) else tensor_kind(x)


def whatever_has_a_shape(x):
    kind = tensor_kind(x)
    return "eager" if kind == "other" and hasattr(x, "shape") else kind


def name_of_the_class(x):
    return type(x).__name__


def symbolic_forgotten(x):
    return "eager" if isinstance(x, tf.Tensor) else tensor_kind(x)


def _in_turn(candidate, setting, things):
    """What the candidate says of each thing, in an order that the seed sets."""
    items = list(things.items())
    order = np.random.default_rng([setting.seed, len(items)]).permutation(len(items))
    return {
        f"{place}. tensor_kind({items[i][0]})": candidate(items[i][1])
        for place, i in enumerate(order, start=1)
    }


def eager_tensors_and_others(candidate, setting):
    """Tensors with values, and what is no tensor."""
    things = {
        "tf.constant(2.5)": tf.constant(2.5),
        "tf.constant([[1, 2]])": tf.constant([[1, 2]]),
        'tf.constant(["a", "b"])': tf.constant(["a", "b"]),
        "tf.zeros([2, 3])[0]": tf.zeros([2, 3])[0],
        "keras.ops.ones(3)": keras.ops.ones(3),
        "np.ones(3)": np.ones(3),
        "np.float32(1)": np.float32(1),
        "[1.0, 2.0]": [1.0, 2.0],
        "[tf.constant(1.0)]": [tf.constant(1.0)],
        "2.5": 2.5,
        '"eager"': "eager",
        "None": None,
        "tf.TensorSpec([3])": tf.TensorSpec([3]),
    }
    return _in_turn(candidate, setting, things)


def variables(candidate, setting):
    """Variables of both kinds, and what is computed from them."""
    of_tensorflow, of_keras = tf.Variable([1.0, 2.0]), keras.Variable([1.0, 2.0])
    things = {
        "tf.Variable([1.0, 2.0])": of_tensorflow,
        "tf.Variable(3, trainable=False)": tf.Variable(3, trainable=False),
        "tf.Variable([1.0, 2.0]) + 1.0": of_tensorflow + 1.0,
        "keras.Variable([1.0, 2.0])": of_keras,
        "keras.Variable([1.0, 2.0]) + 1.0": of_keras + 1.0,
    }
    return _in_turn(candidate, setting, things)


def keras_tensors(candidate, setting):
    """Keras tensors, and what a layer makes of a tensor with values."""
    inputs, layer = keras.Input((3,)), keras.layers.Rescaling(2.0)
    things = {
        "keras.Input((3,))": inputs,
        "keras.Input((), dtype='int32')": keras.Input((), dtype="int32"),
        "layer(keras.Input((3,)))": layer(inputs),
        "keras.Input((3,)) + 1.0": inputs + 1.0,
        "layer(tf.ones([2, 3]))": layer(tf.ones([2, 3])),
    }
    return _in_turn(candidate, setting, things)


def in_a_graph(candidate, setting):
    """Tensors inside `tf.function`, where eager ones from outside may be seen too."""
    outside, variable, told = tf.constant([4.0]), tf.Variable([1.0]), {}

    def traced(x):
        things = {
            "x": x,
            "x + 1.0": x + 1.0,
            "tf.constant(1.0)": tf.constant(1.0),
            "an eager tensor from outside": outside,
            "a tf.Variable from outside": variable,
            "a list from outside": [1.0],
        }
        told.update(_in_turn(candidate, setting, things))
        return x

    # No AutoGraph: the candidate is plain Python that looks at objects.
    tf.function(traced, autograph=False)(tf.constant([1.0, 2.0]))
    return {f"{label} inside tf.function": kind for label, kind in told.items()}


exercise = Exercise(
    tensor_kind,
    points=2,
    minutes=10,
    difficulty=2,
    importance=3,
    after="serve_by_priority",
    teaches=["T-01", "T-02", "T-03", "T-32"],
    questions=[
        ask.behaviour(
            eager_tensors_and_others, name="eager", title="Eager tensors, and what is no tensor"
        ),
        ask.behaviour(variables, name="variables", title="Variables"),
        ask.behaviour(keras_tensors, name="keras tensors", title="Keras tensors"),
        ask.behaviour(in_a_graph, name="graph", title="Inside tf.function"),
    ],
    hints=[
        "Print the `type` of one of each. Which of them are `tf.Tensor`s, and which are not?",
        "`isinstance` tells variables (there are two classes), Keras tensors and "
        "`tf.Tensor`s apart.",
        "Eager and symbolic tensors are both `tf.Tensor`s; `tf.is_symbolic_tensor` tells which. "
        "Beware of `tf.is_tensor`: variables pass as tensors there.",
        'if isinstance(x, … | …):\n    return "variable"\nif isinstance(x, …):\n    return "keras"\n'
        'if not isinstance(x, tf.Tensor):\n    return …\nreturn … if … else "eager"',
    ],
    mistakes=[
        Mistake(
            keras_variable_forgotten,
            "A weight of a Keras layer is a `keras.Variable`, which is no `tf.Variable`. It "
            "counts as a variable all the same.",
        ),
        Mistake(
            variables_are_tensors_too,
            "You take variables for tensors: they have values too, and `tf.is_tensor` says yes to "
            "them, be they TensorFlow's or Keras'. Ask about variables first.",
        ),
        Mistake(
            mode_instead_of_tensor,
            "You ask which mode the code runs in, not what the object is: an eager tensor from "
            "outside is still eager inside `tf.function`.",
        ),
        Mistake(
            keras_tensor_symbolic,
            "A Keras tensor has no values either, but it is of its own kind: TensorFlow's "
            "operations refuse it. Call it by its name.",
        ),
        Mistake(
            whatever_has_a_shape,
            "An array has a shape too, and yet is no tensor. Ask for the class, not for an "
            "attribute.",
        ),
        Mistake(
            name_of_the_class,
            "You return the name of a class. Five words are allowed; which of them fits?",
        ),
        Mistake(
            symbolic_forgotten,
            "Inside `tf.function` a tensor has no values, yet you call it eager. Symbolic "
            "tensors are `tf.Tensor`s too: what tells them from eager ones?",
        ),
    ],
)
