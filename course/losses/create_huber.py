"""A loss with a hyperparameter: a function that returns a configured loss function.

Source: P. J. Huber, "Robust Estimation of a Location Parameter", 1964, for any threshold.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, normal, pairs


def create_huber(threshold=1.0):
    r"""Returns a Huber loss function with the given threshold.

    With the error $e = y_{true} - y_{pred}$ and the threshold $\delta$ the loss of an element is
    $e^2 / 2$ where $|e| \le \delta$, and $\delta \, |e| - \delta^2 / 2$ beyond. Functions made
    one after the other with different thresholds do not disturb each other. Write the formula
    yourself: `keras.losses.Huber` and its kin are no answer here.

    Args:
        threshold: The $\delta$ from which on the loss is a straight line, a float greater than 0.

    Returns:
        A function `loss(y_true, y_pred)` of two float32 tensors of equal shape, which returns one
        value per element: same shape and dtype.

    Examples:
        >>> gentle, strict = create_huber(1.0), create_huber(2.0)
        >>> gentle(tf.constant([0.0, 0.0]), tf.constant([0.5, 3.0])).numpy()
        array([0.125, 2.5  ], dtype=float32)
        >>> strict(tf.constant([0.0, 0.0]), tf.constant([0.5, 3.0])).numpy()
        array([0.125, 4.   ], dtype=float32)
    """
    ### BEGIN SOLUTION

    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        distance = tf.abs(error)
        line = threshold * distance - threshold**2 / 2
        return tf.where(distance <= threshold, tf.square(error) / 2, line)

    return huber_fn
    ### END SOLUTION


def threshold_shadowed(threshold=1.0):
    def huber_fn(y_true, y_pred):
        threshold = 1.0
        error = y_true - y_pred
        line = threshold * tf.abs(error) - threshold**2 / 2
        return tf.where(tf.abs(error) <= threshold, tf.square(error) / 2, line)

    return huber_fn


def condition_with_literal_one(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        line = threshold * tf.abs(error) - threshold**2 / 2
        return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, line)

    return huber_fn


def line_of_threshold_one(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        line = tf.abs(error) - 0.5
        return tf.where(tf.abs(error) <= threshold, tf.square(error) / 2, line)

    return huber_fn


def linear_part_squared(threshold=1.0):
    def huber_fn(y_true, y_pred):
        error = y_true - y_pred
        line = threshold * tf.square(error) - threshold**2 / 2
        return tf.where(tf.abs(error) <= threshold, tf.square(error) / 2, line)

    return huber_fn


def one_threshold_for_all(threshold=1.0):
    one_threshold_for_all.threshold = threshold

    def huber_fn(y_true, y_pred):
        shared = one_threshold_for_all.threshold
        error = y_true - y_pred
        line = shared * tf.abs(error) - shared**2 / 2
        return tf.where(tf.abs(error) <= shared, tf.square(error) / 2, line)

    return huber_fn


exercise = Exercise(
    create_huber,
    points=2,
    minutes=8,
    difficulty=2,
    importance=4,
    after="huber_fn",
    teaches=["L-15"],
    questions=[
        ask.values(
            "create_huber(2.0)(y_true, y_pred)",
            pairs([0.0, 1.5, 2.0, -3.0]),
            pairs(normal(32, scale=3.0)),
            pairs(normal(4, 3, scale=3.0)),
            pairs([1000.0, -1000.0]),
            title="Threshold 2",
        ),
        ask.values(
            "create_huber(threshold=0.5)(y_true, y_pred)",
            pairs([0.25, -0.25, 0.75, -3.0]),
            pairs(normal(32)),
            name="small threshold",
            title="Threshold 0.5, by name",
        ),
        ask.values(
            "create_huber()(y_true, y_pred)",
            pairs([0.5, -1.5, 3.0]),
            name="default",
            title="The default, 1",
        ),
        ask.values(
            "[create_huber(0.5), create_huber(3.0)][0](y_true, y_pred)",
            pairs([0.25, 2.0, -5.0]),
            name="side by side",
            title="Two side by side: the first one's answer",
        ),
        ask.gradient(
            "create_huber(2.0)(y_true, y_pred)",
            pairs([0.5, -1.5, 3.0, -30.0]),
            with_respect_to="y_pred",
        ),
        ask.in_graph(
            "create_huber(2.0)(y_true, y_pred)",
            pairs(normal(5, scale=3.0)),
            pairs(normal(3, scale=3.0)),
        ),
        ask.in_fit("create_huber(2.0)"),
    ],
    hints=[
        "`compile` wants a function of two arguments. Where can the threshold stay meanwhile?",
        "A function defined inside another one remembers the outer one's arguments: define the "
        "loss inside, use `threshold` in it, and return the function without calling it.",
        r"Up to the threshold: $e^2 / 2$. Beyond: $\delta |e| - \delta^2 / 2$. At $|e| = \delta$ "
        r"both give $\delta^2 / 2$.",
        "def huber_fn(y_true, y_pred):\n    error = …\n    line = … * tf.abs(error) - …\n"
        "    return tf.where(… <= threshold, …, line)\n\nreturn …",
    ],
    forbids=["keras.losses.Huber", "keras.losses.huber", "tensorflow.compat.v1.losses.huber_loss"],
    mistakes=[
        Mistake(
            threshold_shadowed,
            "Whatever threshold is asked for, your losses are those of threshold 1. Does a line "
            "inside give `threshold` a value again, or is a 1 written where it should be used?",
        ),
        Mistake(
            condition_with_literal_one,
            "Your branches change over at |error| = 1, whatever the threshold is: right for the "
            "default only. What should the condition compare with?",
        ),
        Mistake(
            line_of_threshold_one,
            "Your straight line is the one for threshold 1. With another threshold it must meet "
            "the square elsewhere, at another height and with another slope.",
        ),
        Mistake(
            linear_part_squared,
            "Beyond the threshold you multiply by the squared error: that is no straight line, "
            "and outliers rule as before. Use the distance there.",
        ),
        Mistake(
            one_threshold_for_all,
            "The threshold of the last function made rules all of them: it is kept in a place "
            "that they share. Let every function remember its own.",
        ),
    ],
)
