"""Standardising columns: means and deviations along one axis, and broadcasting back.

Source: the operations of `tf.math`, https://www.tensorflow.org/api_docs/python/tf/math.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def standardize(x, epsilon=1e-7):
    r"""Shifts and scales every column to mean 0 and standard deviation 1.

    With the mean $\mu_j$ and the standard deviation $\sigma_j$ of column $j$, an entry becomes
    $(x_{ij} - \mu_j) / \sigma_j$, where
    $\sigma_j = \sqrt{\frac{1}{n} \sum_i (x_{ij} - \mu_j)^2}$ is the population's: divided by n,
    not by n − 1. A constant column has $\sigma_j = 0$: `epsilon` keeps it finite, and all its
    entries become 0. How `epsilon` enters is yours to choose, as long as columns that vary are
    not visibly changed. Layers that do this ready-made, such as `keras.layers.Normalization`,
    are no answer here.

    Args:
        x: Float tensor (n, d), float32 or float64; n is at least 1.
        epsilon: What keeps the division finite, a small float greater than 0.

    Returns:
        Float tensor (n, d).

    Examples:
        >>> standardize(tf.constant([[0.0, 7.0], [20.0, 7.0]])).numpy()
        array([[-1.,  0.],
               [ 1.,  0.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    centred = x - tf.reduce_mean(x, axis=0)  # (n, d) - (d,)
    deviation = tf.sqrt(tf.reduce_mean(tf.square(centred), axis=0))  # (d,)
    return centred / (deviation + epsilon)
    ### END SOLUTION


def over_everything(x, epsilon=1e-7):
    return (x - tf.reduce_mean(x)) / (tf.math.reduce_std(x) + epsilon)


def row_by_row(x, epsilon=1e-7):
    centred = x - tf.reduce_mean(x, axis=1, keepdims=True)
    return centred / (tf.math.reduce_std(x, axis=1, keepdims=True) + epsilon)


def divided_by_the_variance(x, epsilon=1e-7):
    return (x - tf.reduce_mean(x, axis=0)) / (tf.math.reduce_variance(x, axis=0) + epsilon)


def sample_deviation(x, epsilon=1e-7):
    centred = x - tf.reduce_mean(x, axis=0)
    n = tf.cast(tf.shape(x)[0], x.dtype)
    variance = tf.reduce_sum(tf.square(centred), axis=0) / (n - 1.0)
    return centred / (tf.sqrt(variance) + epsilon)


def no_epsilon(x, epsilon=1e-7):
    return (x - tf.reduce_mean(x, axis=0)) / tf.math.reduce_std(x, axis=0)


def not_centred(x, epsilon=1e-7):
    return x / (tf.math.reduce_std(x, axis=0) + epsilon)


def through_numpy(x, epsilon=1e-7):
    return (x - np.mean(x, axis=0)) / (np.std(x, axis=0) + epsilon)


def beside_constants(rows, columns, scale=1.0):
    """A random matrix `x`, and two constant columns `c` to be put beside it."""
    # Numbers of few bits: their mean is exact, in any order of summation.
    return case(x=normal(rows, columns, mean=2.0, scale=scale), c=[[3.0, 0.0]] * rows)


exercise = Exercise(
    standardize,
    points=2,
    minutes=10,
    difficulty=2,
    importance=4,
    after="twice",
    teaches=["T-14", "T-15"],
    questions=[
        ask.values(
            "standardize(x)",
            case(x=[[1.0, 10.0], [2.0, 60.0], [3.0, 20.0], [6.0, 30.0]]),
            case(x=normal(16, 3, mean=5.0, scale=2.0)),
            case(x=normal(4, 4)),
            length=16,
        ),
        ask.values(
            "standardize(x * scales + shifts)",
            case(x=normal(12, 3), scales=[1.0, 10.0, 200.0], shifts=[5.0, -20.0, 100.0]),
            name="unlike columns",
            title="Columns of unlike size",
        ),
        ask.values(
            "standardize(tf.concat([x, c], axis=1))",
            beside_constants(8, 2),
            beside_constants(1, 2),
            name="constant columns",
            title="Constant columns become 0",
        ),
        ask.values(
            "standardize(tf.concat([x, c], axis=1), epsilon=1e-5)",
            beside_constants(16, 2, scale=30.0),
            name="epsilon",
            title="Another epsilon, by name",
            weight=0.5,
        ),
        ask.values(
            "tf.cast(standardize(tf.cast(x, tf.float64)), tf.float32)",
            case(x=normal(8, 3, mean=5.0, scale=2.0)),
            name="float64",
            title="Of a float64 tensor",
            weight=0.5,
        ),
        ask.in_graph("standardize(x)", case(x=normal(8, 3)), case(x=normal(5, 3))),
    ],
    hints=[
        "Every column has a mean and a deviation of its own: how many of each are there?",
        "`tf.reduce_mean` takes an `axis`, the one that disappears. To get a number per column, "
        "which of the two must go? What is left, (d,), broadcasts against (n, d).",
        r"$\sigma_j = \sqrt{\frac{1}{n} \sum_i (x_{ij} - \mu_j)^2}$. For a constant column you "
        "would divide 0 by 0: make the divisor a little larger than 0.",
        "centred = x - tf.reduce_mean(…)\ndeviation = tf.sqrt(…)\nreturn centred / (…)",
    ],
    forbids=["keras.layers.Normalization", "keras.layers.BatchNormalization"],
    mistakes=[
        Mistake(
            over_everything,
            "You use one mean and one deviation for the whole matrix. Every column has its own: "
            "which argument of `tf.reduce_mean` says so?",
        ),
        Mistake(
            row_by_row,
            "You standardise the rows. The axis that you name is the one that disappears: to get "
            "a number per column, the rows must go.",
        ),
        Mistake(
            divided_by_the_variance,
            "You divide by the variance, which is the square of the deviation: one step is "
            "missing. What scale does a column have after that?",
        ),
        Mistake(
            sample_deviation,
            "Your deviation is divided by n − 1, as for a sample. The population's is asked for: "
            "divide by n. What would yours divide by if there were one row?",
        ),
        Mistake(
            no_epsilon,
            "A constant column gives 0 / 0, and so NaN, which later spreads through every "
            "calculation. What is `epsilon` there for?",
        ),
        Mistake(
            not_centred,
            "The deviation is right, but the mean is not 0: take it away before you divide.",
        ),
        Mistake(
            through_numpy,
            "NumPy reads the values of an eager tensor; in a graph there are none yet. "
            "TensorFlow has the same operations under other names: `reduce_…`.",
        ),
    ],
)
