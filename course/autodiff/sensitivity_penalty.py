"""How much a model's outputs move when its inputs do: a penalty made of gradients.

Source: H. Drucker and Y. LeCun, "Improving Generalization Performance Using Double
Backpropagation", IEEE Transactions on Neural Networks 3(6), 1992.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def sensitivity_penalty(model, x):
    r"""Measures how strongly a model's outputs react to small changes of its inputs.

    For one example with inputs $x_1, \dots, x_d$ and outputs $y_1, \dots, y_k$ it is the squared
    Frobenius norm of their Jacobian, $\sum_{o, i} (\partial y_o / \partial x_i)^2$; the penalty
    is the mean over the batch. It can be added to a loss and trained on: gradients flow from it to
    the model's weights, in eager mode and inside `tf.function`, for any batch size. The model
    treats every example by itself: layers that mix examples or answer at random, such as batch
    normalisation and dropout in training, are out of bounds.

    Args:
        model: A `keras.Model` that turns (batch, d) into (batch, k).
        x: Its inputs, a float tensor (batch, d), which no tape watches yet.

    Returns:
        The penalty: a scalar tensor, 0 or greater.

    Examples:
        >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2)])
        >>> model.set_weights([np.array([[1.0, 2.0], [0.0, 3.0]]), np.zeros(2)])
        >>> float(sensitivity_penalty(model, tf.constant([[5.0, 6.0], [7.0, 8.0]])))
        14.0
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    jacobians = tape.batch_jacobian(outputs, x)  # (batch, k, d)
    return tf.reduce_mean(tf.reduce_sum(tf.square(jacobians), axis=[1, 2]))
    ### END SOLUTION


def _jacobians(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tape.batch_jacobian(outputs, x)


def gradient_of_the_sum(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    return tf.reduce_mean(tf.reduce_sum(tf.square(tape.gradient(outputs, x)), axis=1))


def mean_of_all_entries(model, x):
    return tf.reduce_mean(tf.square(_jacobians(model, x)))


def summed_over_the_batch(model, x):
    return tf.reduce_sum(tf.square(_jacobians(model, x)))


def of_the_weights(model, x):
    with tf.GradientTape() as tape:
        outputs = model(x)
    gradients = tape.gradient(outputs, model.trainable_variables)
    return tf.add_n([tf.reduce_sum(tf.square(one)) for one in gradients])


def not_watched(model, x):
    with tf.GradientTape() as tape:
        outputs = model(x)
    return tf.reduce_mean(tf.reduce_sum(tf.square(tape.batch_jacobian(outputs, x)), axis=[1, 2]))


def constant_for_training(model, x):
    return tf.stop_gradient(sensitivity_penalty(model, x))


def _scene(setting, place, outputs, layers=("tanh",)):
    """A small model with weights drawn by the seed, and five examples of three inputs."""
    rng = np.random.default_rng([setting.seed, 56, place])
    hidden = [keras.layers.Dense(4, activation) for activation in layers]
    model = keras.Sequential([keras.Input((3,)), *hidden, keras.layers.Dense(outputs)])
    model.set_weights([rng.normal(0.0, 0.8, one.shape) for one in model.weights])
    return model, tf.constant(rng.normal(size=(5, 3)), setting.precision)


def values(candidate, setting):
    """The penalty of a linear model, and of deeper ones with one and with several outputs."""
    linear, one, three = _scene(setting, 0, 2, ()), _scene(setting, 1, 1), _scene(setting, 2, 3)
    return {
        "of a linear model with two outputs": candidate(*linear),
        "of a model with one output": candidate(*one),
        "of a model with three outputs": candidate(*three),
    }


def _with_gradients(candidate, model, x):
    weights = [one.value for one in model.trainable_variables]
    with tf.GradientTape() as tape:
        penalty = 0.5 * candidate(model, x)
    zero = tf.UnconnectedGradients.ZERO
    return penalty, tape.gradient(penalty, weights, unconnected_gradients=zero)


def trained_on(candidate, setting):
    """Half the penalty's gradients for the weights of a model with two outputs."""
    _, gradients = _with_gradients(candidate, *_scene(setting, 3, 2))
    names = ["first kernel", "first bias", "last kernel", "last bias"]
    pairs = zip(names, gradients, strict=True)
    return {f"gradient of half the penalty for the {name}": one for name, one in pairs}


def in_a_graph(candidate, setting):
    """Penalty and gradients from one graph, for two batch sizes."""
    model, x = _scene(setting, 4, 2)

    @tf.function(input_signature=[tf.TensorSpec([None, 3], x.dtype)])
    def traced(x):
        penalty, gradients = _with_gradients(candidate, model, x)
        return penalty, gradients[0]

    told = {}
    for size in (5, 2):
        penalty, kernel = traced(x[:size])
        told[f"half the penalty of {size} examples"] = penalty
        told[f"its gradient for the first kernel, of {size} examples"] = kernel
    return told


exercise = Exercise(
    sensitivity_penalty,
    points=3,
    minutes=20,
    difficulty=4,
    importance=3,
    after="clip_gradient",
    teaches=["A-09", "A-13"],
    questions=[
        ask.behaviour(values, title="Values", name="values", products=True, scale=100.0, weight=2),
        ask.behaviour(
            trained_on, name="trained on", title="Can be trained on", products=True, scale=100.0
        ),
        ask.behaviour(
            in_a_graph,
            name="graph mode",
            title="In a graph, for any batch size",
            products=True,
            scale=100.0,
        ),
    ],
    hints=[
        "Which variables are the gradients taken for this time? A tape has to be told to look at "
        "them.",
        "`tape.gradient` of several outputs adds them up first. You need every output's own "
        "gradient, for every example: `tape.jacobian` and `tape.batch_jacobian` give them.",
        "The Jacobians have shape (batch, k, d): square, add up over the last two axes, average "
        "over the first. Everything in TensorFlow, so that another tape can look on.",
        "with tf.GradientTape() as tape:\n    tape.watch(…)\n    outputs = …\n"
        "jacobians = tape.batch_jacobian(…)\nreturn tf.reduce_mean(tf.reduce_sum(…, axis=…))",
    ],
    mistakes=[
        Mistake(
            gradient_of_the_sum,
            "With one output it is right. With several, `tape.gradient` takes the gradient of "
            "their sum, in which slopes of opposite sign cancel. Each output needs its own.",
        ),
        Mistake(
            mean_of_all_entries,
            "You average over outputs and inputs, too. Of one example all squares are added up; "
            "only over the batch you average.",
        ),
        Mistake(
            summed_over_the_batch,
            "Your penalty grows with the number of examples. Add up within an example, average "
            "over the batch.",
        ),
        Mistake(
            of_the_weights,
            "Those are the gradients for the weights. How the outputs react to the *inputs* is "
            "asked for: let the tape watch x, and ask it for x.",
        ),
        Mistake(
            not_watched,
            "Your penalty is always 0: a tape follows variables by itself, but x is a tensor. "
            "`batch_jacobian` gives zeros, without a word, for what was not watched.",
        ),
        Mistake(
            constant_for_training,
            "The number is right, but it is a constant for whoever trains on it: some step lets "
            "no gradient back to the weights. Stay with TensorFlow's operations all the way.",
        ),
    ],
)
