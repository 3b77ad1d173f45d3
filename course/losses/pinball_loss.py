"""The pinball loss: a tilted absolute error, whose minimum is a quantile.

Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 1978.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, normal, pairs


def pinball_loss(quantile):
    r"""Returns the loss function whose best constant prediction is the given quantile.

    With the error $e = y_{true} - y_{pred}$ and the quantile $q$ the loss of an element is
    $\max(q \, e, (q - 1) \, e)$.

    Args:
        quantile: The $q$ to be predicted, a float strictly between 0 and 1.

    Returns:
        A function `loss(y_true, y_pred)` of two float32 tensors of equal shape, which returns one
        value per element: same shape and dtype. Functions made one after the other with
        different quantiles do not disturb each other.

    Examples:
        >>> loss = pinball_loss(0.75)
        >>> loss(tf.constant([4.0, 0.0]), tf.constant([0.0, 4.0])).numpy()
        array([3., 1.], dtype=float32)
    """
    ### BEGIN SOLUTION

    def loss(y_true, y_pred):
        error = y_true - y_pred
        return tf.maximum(quantile * error, (quantile - 1.0) * error)

    return loss
    ### END SOLUTION


def error_turned_round(quantile):
    def loss(y_true, y_pred):
        error = y_pred - y_true
        return tf.maximum(quantile * error, (quantile - 1.0) * error)

    return loss


def same_on_both_sides(quantile):
    def loss(y_true, y_pred):
        return quantile * tf.abs(y_true - y_pred)

    return loss


def one_side_only(quantile):
    def loss(y_true, y_pred):
        return quantile * tf.maximum(y_true - y_pred, 0.0)

    return loss


def smaller_chosen(quantile):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return tf.minimum(quantile * error, (quantile - 1.0) * error)

    return loss


def averaged(quantile):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return tf.reduce_mean(tf.maximum(quantile * error, (quantile - 1.0) * error))

    return loss


exercise = Exercise(
    pinball_loss,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="create_huber",
    teaches=["L-04", "L-31"],
    questions=[
        ask.values(
            "pinball_loss(0.75)(y_true, y_pred)",
            pairs([4.0, -4.0, 0.0, 1.0]),
            pairs(normal(32, scale=2.0)),
            pairs(normal(4, 3)),
            pairs([1000.0, -1000.0]),
            title="The upper quartile",
        ),
        ask.values(
            "[pinball_loss(quantile=0.1), pinball_loss(0.6)][0](y_true, y_pred)",
            pairs([1.0, -1.0]),
            pairs(normal(16, 1)),
            name="low quantile",
            title="The lowest tenth, by name, with another made after it",
        ),
        ask.values(
            "pinball_loss(0.5)(y_true, y_pred)",
            pairs([2.0, -2.0]),
            pairs(normal(16)),
            name="median",
            title="The median",
            weight=0.5,
        ),
        ask.gradient(
            "pinball_loss(0.9)(y_true, y_pred)",
            pairs([0.5, -1.5, 30.0]),
            pairs(normal(16)),
            with_respect_to="y_pred",
        ),
        ask.in_graph("pinball_loss(0.9)(y_true, y_pred)", pairs(normal(5, 2)), pairs(normal(3, 2))),
        ask.in_fit("pinball_loss(0.9)"),
    ],
    hints=[
        "If nine of ten targets should lie below the prediction, which error must hurt more: "
        "too low, or too high?",
        "Define the loss inside and return it. In it, two straight lines of the error: the larger "
        "of the two counts.",
        r"$\max(q \, e, (q - 1) \, e)$ with $e = y_{true} - y_{pred}$: the first wins where the "
        "prediction is too low, the second where it is too high.",
        "def loss(y_true, y_pred):\n    error = …\n    return tf.maximum(…, …)\n\nreturn …",
    ],
    mistakes=[
        Mistake(
            error_turned_round,
            "The two sides are swapped: with q = 0.9 a prediction that is too low must cost more. "
            "Which of the two is subtracted from the other?",
        ),
        Mistake(
            same_on_both_sides,
            "Errors of both signs cost the same. Then the best prediction is the median, whatever "
            "the quantile: the sides must differ.",
        ),
        Mistake(
            one_side_only,
            "Predictions that are too high cost nothing, so that the best one is infinite. That "
            "side costs less, but not nothing.",
        ),
        Mistake(
            smaller_chosen,
            "Your losses are negative: you take the smaller of the two lines, where the larger "
            "one is meant.",
        ),
        Mistake(
            averaged,
            "You return one number for the whole batch. Return one value per element: Keras "
            "averages afterwards, and needs the single values for sample weights.",
        ),
    ],
)
