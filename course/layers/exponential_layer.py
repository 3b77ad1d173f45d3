"""A layer without weights: the exponential function, wrapped so that a model can hold it.

Source: the contract of `keras.layers.Layer`, https://keras.io/api/layers/base_layer/.
"""

import inspect

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def exponential_layer():
    r"""Makes a layer that computes $e^x$ of every element.

    At the end of a model it suits targets that are all positive and of very different size, such
    as prices or counts. What you return is an instance of `keras.layers.Layer`, of whatever kind:
    a function alone has no place in a model. The layer takes a float32 tensor of any shape, in
    eager mode, in a graph and as a Keras input, gives one of that shape and dtype, and has no
    weights. It need not survive saving.

    Returns:
        The layer; a new one or always the same.

    Examples:
        >>> layer = exponential_layer()
        >>> layer(tf.constant([0.0, 1.0])).numpy()
        array([1.       , 2.7182817], dtype=float32)
    """
    ### BEGIN SOLUTION
    return keras.layers.Activation("exponential")
    ### END SOLUTION


def function_alone():
    return tf.exp


def class_not_instance():
    class Exponential(keras.layers.Layer):
        def call(self, inputs):
            return tf.exp(inputs)

    return Exponential


def numpy_inside():
    return keras.layers.Lambda(lambda x: np.exp(x))


def dense_with_exponential():
    return keras.layers.Dense(1, activation="exponential")


def exponential_linear_unit():
    return keras.layers.Activation("elu")


def softmax_layer():
    return keras.layers.Softmax()


def kind(candidate, setting):
    """Whether a layer came back, or something that only looks like one."""
    made = candidate()
    if isinstance(made, keras.layers.Layer):
        came = "a layer"
    elif made is None:
        came = "nothing"
    elif inspect.isclass(made):
        came = "a class, not an instance"
    else:
        came = "a function" if callable(made) else f"an object of type {type(made).__name__}"
    return {"what exponential_layer() gives back": came}


def in_a_model(candidate, setting):
    """Predictions of a model that ends in the layer."""
    x = np.random.default_rng(setting.seed).normal(size=(3, 2)).astype(setting.precision)
    model = keras.Sequential([keras.Input((2,)), candidate()])
    predicted = model.predict_on_batch(x)
    return {"keras.Sequential([keras.Input((2,)), exponential_layer()]) predicts": predicted}


exercise = Exercise(
    exponential_layer,
    points=1,
    minutes=5,
    difficulty=1,
    importance=2,
    after="softplus",
    teaches=["Y-02", "Y-03", "Y-04"],
    questions=[
        ask.behaviour(kind, name="kind", title="Gives back a layer", weight=0.5, needs="layer"),
        ask.layer(
            "exponential_layer()",
            case(x=[[-2.0, 0.0, 0.5], [5.0, -80.0, 12.0]]),
            case(x=normal(7, scale=2.0)),
            case(x=normal(2, 3, 4)),
            products=False,
        ),
        ask.gradient("exponential_layer()(x)", case(x=normal(4, 3)), with_respect_to="x"),
        ask.behaviour(in_a_model, name="in a model", title="At the end of a model", weight=0.5),
    ],
    hints=[
        "The function is there already: `tf.exp`. What can turn a function into a layer?",
        "Three ways lead there: `keras.layers.Lambda` takes a function, `keras.layers.Activation` "
        "a function or a name, and a subclass of `keras.layers.Layer` computes in `call`.",
        "return keras.layers.…(…)",
    ],
    mistakes=[
        Mistake(
            function_alone,
            "You give back a function: it computes, but a model can hold layers only. Which layer "
            "takes a function and calls it?",
        ),
        Mistake(
            class_not_instance,
            "You give back the class itself. A model needs an instance of it: call the class.",
        ),
        Mistake(
            numpy_inside,
            "NumPy computes with arrays of now: no gradient, no graph, no Keras input passes "
            "through. Take the function of that name from TensorFlow.",
        ),
        Mistake(
            dense_with_exponential,
            "A dense layer mixes the inputs with weights before the exponential. Here the "
            "exponential alone is asked for, with no weights.",
        ),
        Mistake(
            exponential_linear_unit,
            "“elu” is another activation, the exponential *linear unit*: x itself where x is "
            "positive. Is there a name closer to what you want?",
        ),
        Mistake(
            softmax_layer,
            "Softmax divides the exponentials by their sum. Here every element stands for itself.",
        ),
    ],
)
