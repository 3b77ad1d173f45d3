"""An L1 penalty on weights as a plain function: what it returns is added to the loss.

Source: R. Tibshirani, "Regression Shrinkage and Selection via the Lasso", 1996.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def l1_regularizer(weights):
    r"""Computes the L1 penalty of a layer's weights, with factor 0.01.

    It is $0.01 \cdot \sum_i |w_i|$. Keras calls it with the variable itself at every step and adds the result to the loss. Write
    the formula yourself: `keras.regularizers.L1` and `L1L2` are no answer here.

    Args:
        weights: Float32 tensor or variable of any shape.

    Returns:
        The penalty, a float32 scalar of shape ().

    Examples:
        >>> round(float(l1_regularizer(tf.constant([[1.0, -2.0], [0.0, 5.0]]))), 6)
        0.08
    """
    ### BEGIN SOLUTION
    return 0.01 * tf.reduce_sum(tf.abs(weights))
    ### END SOLUTION


def averaged(weights):
    return 0.01 * tf.reduce_mean(tf.abs(weights))


def squared(weights):
    return 0.01 * tf.reduce_sum(tf.square(weights))


def signs_kept(weights):
    return 0.01 * tf.reduce_sum(weights)


def not_summed(weights):
    return 0.01 * tf.abs(weights)


def no_factor(weights):
    return tf.reduce_sum(tf.abs(weights))


exercise = Exercise(
    l1_regularizer,
    points=1,
    minutes=3,
    difficulty=1,
    importance=3,
    after="glorot_initializer",
    teaches=["L-25", "L-28"],
    questions=[
        ask.values(
            "l1_regularizer(weights)",
            case(weights=[[1.0, -2.0], [0.0, 5.0]]),
            case(weights=[3.0]),
            case(weights=normal(40, scale=2.0)),
            case(weights=normal(3, 4, 2, 2)),
        ),
        ask.values(
            "l1_regularizer(weights)",
            case(weights=normal(6, 4)),
            variables=["weights"],
            name="variables",
            title="Of a variable",
        ),
        ask.gradient(
            "l1_regularizer(weights)",
            case(weights=[[1.0, -2.0], [0.5, 5.0]]),
            case(weights=normal(10)),
            with_respect_to="weights",
        ),
        ask.in_fit(
            "l1_regularizer", part="kernel_regularizer", title="As a kernel_regularizer in fit"
        ),
    ],
    hints=[
        "How does a penalty treat a weight of -2 as compared with a weight of 2?",
        "Distances from 0, added up over all weights, times a small factor.",
        r"$0.01 \cdot \sum_i |w_i|$: for the weights 1, -2, 0, 5 it is 0.08.",
        "return 0.01 * tf.reduce_sum(…)",
    ],
    forbids=["keras.regularizers.L1", "keras.regularizers.L1L2"],
    mistakes=[
        Mistake(
            averaged,
            "You take the mean over the weights. The penalty is their sum: a larger layer pays "
            "more.",
        ),
        Mistake(
            squared,
            "You add up squares: that is L2, which shrinks large weights most. L1 adds up "
            "distances from 0.",
        ),
        Mistake(
            signs_kept,
            "Weights of opposite signs cancel, and negative ones are even rewarded: how far is "
            "each from 0?",
        ),
        Mistake(
            not_summed,
            "You return a penalty per weight. Keras adds one number to the loss: reduce to a "
            "scalar.",
        ),
        Mistake(no_factor, "The penalty is a hundred times too large: the factor 0.01 is missing."),
    ],
)
