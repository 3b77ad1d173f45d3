"""The Huber loss with threshold 1: a square near zero, a straight line beyond.

Source: P. J. Huber, "Robust Estimation of a Location Parameter", 1964.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, normal, pairs


def huber_fn(y_true, y_pred):
    """Computes the Huber loss of every element, with threshold 1.

    With the error $e = y_{true} - y_{pred}$ the loss is $e^2 / 2$ where $|e| \\le 1$, and
    $|e| - 1/2$ beyond.

    Args:
        y_true: Targets, float32 tensor of any shape.
        y_pred: Predictions, of the same shape and dtype.

    Returns:
        The losses, one per element: same shape and dtype as the inputs.

    Examples:
        >>> huber_fn(tf.constant([0.0, 0.0]), tf.constant([0.5, 3.0])).numpy()
        array([0.125, 2.5  ], dtype=float32)
    """
    ### BEGIN SOLUTION
    error = y_true - y_pred
    small = tf.abs(error) <= 1.0
    return tf.where(small, tf.square(error) / 2, tf.abs(error) - 0.5)
    ### END SOLUTION


def linear_part_squared(y_true, y_pred):
    error = y_true - y_pred
    distance = tf.abs(error)
    return tf.where(distance <= 1.0, tf.square(error) / 2, distance * distance - 0.5)


def no_constant(y_true, y_pred):
    error = y_true - y_pred
    return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, tf.abs(error))


def no_abs_in_condition(y_true, y_pred):
    error = y_true - y_pred
    return tf.where(error <= 1.0, tf.square(error) / 2, tf.abs(error) - 0.5)


def square_not_halved(y_true, y_pred):
    error = y_true - y_pred
    return tf.where(tf.abs(error) <= 1.0, tf.square(error), tf.abs(error) - 0.5)


def averaged(y_true, y_pred):
    return tf.reduce_mean(huber_fn(y_true, y_pred))


exercise = Exercise(
    huber_fn,
    points=2,
    minutes=8,
    difficulty=2,
    importance=5,
    teaches=["L-06", "L-07", "L-08", "L-32"],
    questions=[
        ask.values(
            "huber_fn(y_true, y_pred)",
            pairs([0.0, 0.5, 1.0, -3.0]),
            pairs(normal(32, scale=2.0)),
            pairs(normal(4, 3, scale=2.0)),
            pairs([1000.0, -1000.0]),
        ),
        ask.gradient(
            "huber_fn(y_true, y_pred)",
            pairs([0.5, -3.0, 30.0]),
            pairs(normal(16, scale=3.0)),
            with_respect_to="y_pred",
        ),
        ask.in_graph(
            "huber_fn(y_true, y_pred)", pairs(normal(5, scale=2.0)), pairs(normal(3, scale=2.0))
        ),
    ],
    hints=[
        "Which errors should count like a square, and which like a distance?",
        "Compute both branches for all elements, then let `tf.where` choose: its condition asks "
        "how far the error is from 0, whatever its sign.",
        "Near zero: $e^2 / 2$. Beyond 1: $|e| - 1/2$. At $|e| = 1$ both give 1/2.",
        "error = …\nis_small = tf.abs(error) <= …\nreturn tf.where(is_small, …, …)",
    ],
    forbids=["keras.losses.Huber", "keras.losses.huber", "tensorflow.compat.v1.losses.huber_loss"],
    mistakes=[
        Mistake(
            linear_part_squared,
            "Beyond the threshold you multiply the distance by itself: that is the square again, "
            "and outliers rule as before. There the loss should grow in a straight line.",
        ),
        Mistake(
            no_constant,
            "Your two branches do not meet at |error| = 1, where the square gives 1/2 and the line "
            "gives 1. What must be subtracted from the line?",
        ),
        Mistake(
            no_abs_in_condition,
            "Your condition looks at the error with its sign, so that large negative errors are "
            "treated as small ones. Ask how far the error is from 0.",
        ),
        Mistake(
            square_not_halved,
            "The squared branch must be halved: at |error| = 1 it should be 1/2, and its slope "
            "should be the slope of the line, 1.",
        ),
        Mistake(
            averaged,
            "You return one number for the whole batch. A loss function returns one value per "
            "element: Keras averages afterwards, and needs the single values for sample weights.",
        ),
    ],
)
