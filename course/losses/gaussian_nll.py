"""A loss from a probability: the negative log-density of a normal distribution.

Source: C. M. Bishop, "Pattern Recognition and Machine Learning", 2006, section 1.2.4.
"""

import math

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def gaussian_nll(y_true, mean, log_scale):
    r"""Computes the negative log-density of every target under its own normal distribution.

    With the standard deviation $\sigma = e^{s}$, $s$ the log-scale, that is
    $\frac{1}{2} \left(\frac{y - \mu}{\sigma}\right)^2 + s + \frac{1}{2} \ln(2 \pi)$, the constant
    included. It stays finite however far $y$ lies from $\mu$.

    Args:
        y_true: Targets $y$, float32 tensor of shape (n,), one per example.
        mean: Means $\mu$, of the same shape and dtype.
        log_scale: Natural logarithms $s$ of the standard deviations, of the same shape and dtype,
            between -8 and 8.

    Returns:
        The negative log-densities, one per example: shape (n,), same dtype.

    Examples:
        >>> y_true, mean = tf.constant([0.0, 3.0]), tf.constant([0.0, 1.0])
        >>> gaussian_nll(y_true, mean, tf.constant([0.0, 0.0])).numpy().round(3)
        array([0.919, 2.919], dtype=float32)
    """
    ### BEGIN SOLUTION
    standardized = (y_true - mean) * tf.exp(-log_scale)
    return 0.5 * tf.square(standardized) + log_scale + 0.5 * math.log(2.0 * math.pi)
    ### END SOLUTION


def no_constant(y_true, mean, log_scale):
    return 0.5 * tf.square((y_true - mean) * tf.exp(-log_scale)) + log_scale


def log_of_density(y_true, mean, log_scale):
    scale = tf.exp(log_scale)
    density = tf.exp(-0.5 * tf.square((y_true - mean) / scale)) / (scale * math.sqrt(2 * math.pi))
    return -tf.math.log(density)


def scale_as_variance(y_true, mean, log_scale):
    constant = 0.5 * math.log(2.0 * math.pi)
    return 0.5 * tf.square(y_true - mean) * tf.exp(-log_scale) + 0.5 * log_scale + constant


def no_log_scale(y_true, mean, log_scale):
    standardized = (y_true - mean) * tf.exp(-log_scale)
    return 0.5 * tf.square(standardized) + 0.5 * math.log(2.0 * math.pi)


def log_density(y_true, mean, log_scale):
    standardized = (y_true - mean) * tf.exp(-log_scale)
    return -0.5 * tf.square(standardized) - log_scale - 0.5 * math.log(2.0 * math.pi)


def averaged(y_true, mean, log_scale):
    return tf.reduce_mean(gaussian_nll(y_true, mean, log_scale))


def triples(n, spread=2.0):
    """Random targets, means and log-scales."""
    return case(y_true=normal(n, scale=spread), mean=normal(n), log_scale=uniform(n, low=-1.5))


exercise = Exercise(
    gaussian_nll,
    points=2,
    minutes=10,
    difficulty=3,
    importance=4,
    after="pinball_loss",
    teaches=["L-03", "L-32"],
    questions=[
        ask.values(
            "gaussian_nll(y_true, mean, log_scale)",
            case(y_true=[0.0, 3.0], mean=[0.0, 1.0], log_scale=[0.0, 0.0]),
            case(y_true=[0.0, 3.0, 3.0], mean=[0.0, 1.0, 1.0], log_scale=[1.0, -1.0, 2.0]),
            triples(32),
        ),
        ask.values(
            "gaussian_nll(y_true, mean, log_scale)",
            case(y_true=[1000.0, -1000.0, 200.0], mean=[0.0, 0.0, 1.0], log_scale=[0.0, -2.0, 1.0]),
            case(y_true=[3.0, -3.0, 3000.0], mean=[0.0, 0.0, 0.0], log_scale=[-8.0, 8.0, 8.0]),
            name="far out",
            title="Far out, narrow and wide",
        ),
        ask.gradient(
            "gaussian_nll(y_true, mean, log_scale)",
            triples(16),
            case(y_true=[1000.0, -300.0], mean=[0.0, 0.0], log_scale=[0.0, 1.0]),
            with_respect_to="mean",
        ),
        ask.gradient(
            "gaussian_nll(y_true, mean, log_scale)",
            triples(16),
            case(y_true=[1000.0, -300.0], mean=[0.0, 0.0], log_scale=[0.0, 1.0]),
            with_respect_to="log_scale",
            name="gradient of the scale",
        ),
        ask.in_graph("gaussian_nll(y_true, mean, log_scale)", triples(5), triples(3)),
    ],
    hints=[
        "Write down the density of the normal distribution, then its logarithm: products become "
        "sums, and the exponential goes.",
        "Never compute the density itself: far out it is 0 in float32, and its logarithm minus "
        "infinity. Only its logarithm is needed.",
        r"$\frac{1}{2} (e / \sigma)^2 + \ln \sigma + \frac{1}{2} \ln(2 \pi)$, where "
        r"$\ln \sigma$ is what you are given.",
        "standardized = (y_true - mean) * tf.exp(…)\nreturn 0.5 * … + … + 0.5 * math.log(…)",
    ],
    mistakes=[
        Mistake(
            no_constant,
            "All your values are too small by 0.919: the constant of the density belongs to it, "
            "although no gradient needs it.",
        ),
        Mistake(
            log_of_density,
            "Far from the mean the density is 0 in float32, and its logarithm minus infinity. "
            "Take the logarithm on paper, before anything is computed.",
        ),
        Mistake(
            scale_as_variance,
            "You take e^log_scale for the variance. It is the standard deviation: the variance "
            "is its square.",
        ),
        Mistake(
            no_log_scale,
            "The density has the standard deviation below the fraction line, too. Without it a "
            "network makes σ infinite and every error cheap.",
        ),
        Mistake(
            log_density,
            "The sign is turned round: you return the log-density, which training would make "
            "small.",
        ),
        Mistake(
            averaged,
            "You return one number for the whole batch: one value per example is asked for.",
        ),
    ],
)
