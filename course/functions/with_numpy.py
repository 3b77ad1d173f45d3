"""NumPy inside of a graph: an operation that goes back to Python, and what is lost on the way.

Source: the documentation of `tf.numpy_function`,
https://www.tensorflow.org/api_docs/python/tf/numpy_function.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, whole_numbers


def with_numpy(x, function):
    r"""Applies a NumPy function to a tensor, in a graph too.

    The function runs on the values of `x`, each time that the graph runs. While tracing, the shape
    of what comes back from Python is unknown: give the result the shape of `x`, as far as it is
    known then (perhaps only (None, 3)), and the dtype of `x`, whatever it is. Gradients are not
    asked for.

    Args:
        x: A tensor of any shape and any numeric dtype.
        function: A function that takes a NumPy array and returns one of the same shape and dtype.

    Returns:
        A tensor with the values of `function(x)`, and with the shape and dtype of `x`.

    Examples:
        >>> with_numpy(tf.constant([3.0, 1.0, 2.0]), np.sort).numpy()
        array([1., 2., 3.], dtype=float32)
        >>> graph = tf.function(lambda x: with_numpy(x, np.sort))
        >>> graph.get_concrete_function(tf.TensorSpec([None, 3])).output_shapes
        TensorShape([None, 3])
    """
    ### BEGIN SOLUTION
    result = tf.numpy_function(function, [x], x.dtype)
    return tf.ensure_shape(result, x.shape)
    ### END SOLUTION


def function_called_directly(x, function):
    return tf.convert_to_tensor(function(x))


def value_asked_for(x, function):
    return tf.constant(function(x.numpy()))


def static_shape_lost(x, function):
    return tf.numpy_function(function, [x], x.dtype)


def nothing_comes_back(x, function):
    return tf.numpy_function(function, [x], x.dtype).set_shape(x.shape)


def float32_whatever_comes(x, function):
    return tf.ensure_shape(tf.numpy_function(function, [x], tf.float32), x.shape)


def reshaped(x, function):
    return tf.reshape(tf.numpy_function(function, [x], x.dtype), x.shape)


def static_shapes(candidate, setting):
    """What is known of the result while the graph is traced."""
    rng = np.random.default_rng([setting.seed, 76])
    rows, columns = (int(one) for one in rng.integers(2, 9, 2))
    told = {}
    for shape, dtype in [
        ((None, columns), setting.precision),
        ((rows, columns), "int64"),
        ((None, rows, None), setting.precision),
    ]:
        spec = tf.TensorSpec(shape, dtype)
        graph = tf.function(lambda x: candidate(x, np.sort), autograph=False)
        concrete = graph.get_concrete_function(spec)
        numbers = rng.normal(scale=9.0, size=[rows if n is None else n for n in shape])
        x = tf.constant(np.round(numbers, 2).astype(dtype))
        same = concrete.output_dtypes == x.dtype
        name = f"x of shape {shape}" + ", whole numbers" * x.dtype.is_integer
        told[f"{name}: static shape of with_numpy(x, np.sort)"] = str(concrete.output_shapes)
        told[f"{name}: its dtype"] = "that of x" if same else str(concrete.output_dtypes)
        told[f"{name}: its values"] = concrete(x) if same else None
    return told


exercise = Exercise(
    with_numpy,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="CallCounter",
    teaches=["F-13"],
    questions=[
        ask.values(
            "with_numpy(x, np.sort)",
            case(x=[3.0, 1.0, 2.0]),
            case(x=normal(3, 4, scale=5.0)),
            case(x=whole_numbers(2, 3, 4)),
            title="Values, called directly",
        ),
        ask.in_graph(
            "with_numpy(x, lambda array: np.cumsum(array, axis=0))",
            case(x=normal(3, 4, scale=5.0)),
            case(x=normal(5, 4)),
            case(x=normal(6)),
            weight=2,
        ),
        ask.behaviour(
            static_shapes, name="static shape", title="What a graph knows of the result", weight=2
        ),
    ],
    hints=[
        "While tracing, x has no values that NumPy could work on. Which operation calls Python "
        "when the graph runs?",
        "`tf.numpy_function(function, [x], dtype)` is such an operation; `tf.py_function` is "
        "another. The dtype of the result must be told.",
        "TensorFlow can't look into Python, so the shape of the result is unknown: "
        "`result.set_shape(…)` tells it (and returns nothing), `tf.ensure_shape(result, …)` "
        "returns a tensor.",
        "result = tf.numpy_function(…, [x], …)\nresult.set_shape(…)\nreturn …",
    ],
    mistakes=[
        Mistake(
            function_called_directly,
            "Called directly it works. While tracing there are no values yet, so NumPy refuses. "
            "Which operation calls a Python function when the graph runs?",
        ),
        Mistake(
            value_asked_for,
            "`.numpy()` asks for values, and while tracing x has none. The function must be called "
            "later, by an operation of the graph.",
        ),
        Mistake(
            static_shape_lost,
            "The values are right, but the graph no longer knows their shape: TensorFlow can't "
            "look into Python. A Dense layer after it would refuse. Tell it the shape of x.",
        ),
        Mistake(
            nothing_comes_back,
            "`set_shape` changes the tensor and returns None, which you return. Give the tensor a "
            "name first.",
        ),
        Mistake(
            float32_whatever_comes,
            "You promise float32 whatever comes in, so whole numbers fail in a graph. What dtype "
            "does the function keep?",
        ),
        Mistake(
            reshaped,
            "`tf.reshape` wants every size, and `x.shape` knows only some of them in a graph. The "
            "shape need not change, it needs to be told.",
        ),
    ],
)
