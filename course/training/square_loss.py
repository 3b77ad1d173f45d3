"""The mean square loss: one number for a whole batch, which gradients can flow back from.

Source: the guide "Basic training loops",
https://www.tensorflow.org/guide/basic_training_loops.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def square_loss(targets, predictions):
    r"""Computes the mean of the squared errors over all elements of a batch.

    With $m$ elements in all, whatever the shape, the loss is
    $\frac{1}{m} \sum (t - p)^2$. Gradients flow back to both arguments, and the function works
    inside `tf.function`, for a batch of any size. Write it yourself:
    `keras.losses.MeanSquaredError` and its kin are no answer here.

    Args:
        targets: Float tensor, (n, k) or of any other shape.
        predictions: Float tensor of the same shape; the two are never broadcast.

    Returns:
        The loss, a scalar float tensor.

    Examples:
        >>> square_loss(tf.constant([[1.0], [2.0]]), tf.constant([[1.0], [5.0]])).numpy()
        np.float32(4.5)
    """
    ### BEGIN SOLUTION
    return tf.reduce_mean(tf.square(targets - predictions))
    ### END SOLUTION


def one_per_example(targets, predictions):
    return tf.reduce_mean(tf.square(targets - predictions), axis=-1)


def summed(targets, predictions):
    return tf.reduce_sum(tf.square(targets - predictions))


def not_squared(targets, predictions):
    return tf.reduce_mean(targets - predictions)


def square_of_the_mean(targets, predictions):
    return tf.square(tf.reduce_mean(targets - predictions))


def halved(targets, predictions):
    return tf.reduce_mean(tf.square(targets - predictions)) / 2


def root(targets, predictions):
    return tf.sqrt(tf.reduce_mean(tf.square(targets - predictions)))


def through_numpy(targets, predictions):
    return np.mean(np.square(targets - predictions))


def _pair(*shape):
    return case(targets=normal(*shape), predictions=normal(*shape))


exercise = Exercise(
    square_loss,
    points=1,
    minutes=4,
    difficulty=1,
    importance=5,
    after="linear_model",
    teaches=["R-06"],
    questions=[
        ask.values(
            "square_loss(targets, predictions)",
            case(targets=[[1.0], [2.0], [0.0]], predictions=[[1.0], [5.0], [-1.0]]),
            _pair(8, 1),
            _pair(4, 3),
            _pair(5),
            length=12,
            weight=2,
        ),
        ask.values(
            "square_loss(targets * 1000.0, predictions)",
            _pair(3, 1),
            name="far off",
            title="Predictions that are far off",
            weight=0.5,
        ),
        ask.gradient(
            "square_loss(targets, predictions)",
            _pair(6, 1),
            _pair(3, 2),
            with_respect_to="predictions",
        ),
        ask.gradient(
            "square_loss(targets, predictions)",
            _pair(5, 1),
            with_respect_to="targets",
            name="gradient of targets",
            title="Gradient with respect to targets",
            weight=0.5,
        ),
        ask.in_graph("square_loss(targets, predictions)", _pair(8, 1), _pair(5, 1)),
    ],
    hints=[
        "Three steps: by how much is each prediction off, how bad is that, and how bad is it on "
        "average?",
        "`tf.square` squares every element, `tf.reduce_mean` without an axis averages over all.",
        r"$\frac{1}{m} \sum (t - p)^2$: square first, average then.",
        "return tf.reduce_mean(tf.square(…))",
    ],
    forbids=[
        "keras.losses.MeanSquaredError",
        "keras.losses.mean_squared_error",
        "keras.metrics.MeanSquaredError",
        "tensorflow.compat.v1.losses.mean_squared_error",
    ],
    mistakes=[
        Mistake(
            one_per_example,
            "You return one loss per example. A step needs one number for the whole batch: over "
            "which axes do you average?",
        ),
        Mistake(
            summed,
            "You add the squares up, so that a batch twice as large gives twice the loss, and "
            "steps twice as long. The mean is asked for.",
        ),
        Mistake(
            not_squared,
            "Your errors are not squared: too high and too low cancel out, and the loss falls "
            "without end for ever larger predictions.",
        ),
        Mistake(
            square_of_the_mean,
            "You average before you square: errors of +3 and −3 cancel out, and the loss is 0. "
            "What is the other order?",
        ),
        Mistake(
            halved,
            "Your loss is half of what is asked for. Some books halve it, so that the derivative "
            "loses its 2; here it is the mean alone.",
        ),
        Mistake(
            root,
            "You take the root at the end. That is a good metric, in the targets' units, but the "
            "loss is the mean square itself.",
        ),
        Mistake(
            through_numpy,
            "The number is right, but NumPy computed it: no gradient flows back through that. "
            "TensorFlow has the same operations: `tf.square`, `tf.reduce_mean`.",
        ),
    ],
)
