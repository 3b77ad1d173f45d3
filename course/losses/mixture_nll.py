"""A mixture of normals as the output of a network: its negative log-density, computed stably.

Source: C. M. Bishop, "Mixture Density Networks", 1994.
"""

import math

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def mixture_nll(y_true, logits, means, log_scales):
    r"""Computes the negative log-density of every target under its own mixture of normals.

    With weights $\pi = \mathrm{softmax}(logits)$ and standard deviations
    $\sigma_k = e^{log\_scales_k}$ it is $-\ln \sum_k \pi_k \, N(y; \mu_k, \sigma_k)$, where
    $N(y; \mu, \sigma) = \exp\left(-(y - \mu)^2 / 2 \sigma^2\right) / (\sigma \sqrt{2 \pi})$. It
    stays finite and exact however far $y$ lies from all means and however large the logits are.

    Args:
        y_true: Targets $y$, float32 tensor of shape (batch,).
        logits: Unnormalised log-weights of the components, (batch, k), same dtype.
        means: Means $\mu_k$ of the components, (batch, k), same dtype.
        log_scales: Natural logarithms of their standard deviations, (batch, k), same dtype.

    Returns:
        The negative log-densities, one per example: shape (batch,), same dtype.

    Examples:
        >>> y_true, logits = tf.constant([0.0]), tf.constant([[0.0, 0.0]])
        >>> means, log_scales = tf.constant([[-1.0, 1.0]]), tf.constant([[0.0, 0.0]])
        >>> round(float(mixture_nll(y_true, logits, means, log_scales)[0]), 4)
        1.4189
    """
    ### BEGIN SOLUTION
    log_weights = tf.nn.log_softmax(logits, axis=-1)  # (batch, k)
    standardized = (y_true[:, tf.newaxis] - means) * tf.exp(-log_scales)  # (batch, k)
    constant = 0.5 * math.log(2.0 * math.pi)
    log_densities = -0.5 * tf.square(standardized) - log_scales - constant
    return -tf.reduce_logsumexp(log_weights + log_densities, axis=-1)  # (batch,)
    ### END SOLUTION


def _log_densities(y_true, means, log_scales):
    standardized = (y_true[:, tf.newaxis] - means) * tf.exp(-log_scales)
    return -0.5 * tf.square(standardized) - log_scales - 0.5 * math.log(2.0 * math.pi)


def logits_as_log_weights(y_true, logits, means, log_scales):
    joint = logits + _log_densities(y_true, means, log_scales)
    return -tf.reduce_logsumexp(joint, axis=-1)


def naive_sum(y_true, logits, means, log_scales):
    densities = tf.exp(_log_densities(y_true, means, log_scales))
    return -tf.math.log(tf.reduce_sum(tf.nn.softmax(logits) * densities, axis=-1))


def no_constant(y_true, logits, means, log_scales):
    return mixture_nll(y_true, logits, means, log_scales) - 0.5 * math.log(2.0 * math.pi)


def average_of_logs(y_true, logits, means, log_scales):
    log_densities = _log_densities(y_true, means, log_scales)
    return -tf.reduce_sum(tf.nn.softmax(logits) * log_densities, axis=-1)


def scale_as_variance(y_true, logits, means, log_scales):
    return mixture_nll(y_true, logits, means, log_scales / 2)


def averaged(y_true, logits, means, log_scales):
    return tf.reduce_mean(mixture_nll(y_true, logits, means, log_scales))


def mixtures(batch, k, mean=0.0):
    """Random targets round `mean`, and parameters of k components each."""
    return case(
        y_true=normal(batch, mean=mean, scale=2.0),
        logits=normal(batch, k, scale=2.0),
        means=normal(batch, k, scale=2.0),
        log_scales=uniform(batch, k, low=-1.0, high=1.5),
    )


CALL = "mixture_nll(y_true, logits, means, log_scales)"

exercise = Exercise(
    mixture_nll,
    points=3,
    minutes=20,
    difficulty=4,
    importance=4,
    after="gaussian_nll",
    teaches=["L-03"],
    questions=[
        ask.values(
            CALL,
            case(
                y_true=[0.0],
                logits=[[1.0, 0.0]],
                means=[[-1.0, 1.0]],
                log_scales=[[0.5, -0.5]],
            ),
            mixtures(16, 3),
            mixtures(3, 3),
            mixtures(5, 1),
        ),
        ask.values(
            CALL,
            mixtures(4, 3, mean=1000.0),
            mixtures(4, 2, mean=-200.0),
            name="far out",
            title="Far from every mean",
        ),
        ask.values(
            CALL,
            case(
                y_true=[0.0, 1.0, 300.0],
                logits=[[1000.0, 999.0], [-1000.0, -1001.0], [200.0, 0.0]],
                means=[[1.0, -1.0], [1.0, 0.0], [0.0, 300.0]],
                log_scales=[[0.0, 0.5], [0.0, 0.5], [0.0, 0.0]],
            ),
            name="large logits",
            title="Large logits",
        ),
        ask.gradient(CALL, mixtures(8, 3), mixtures(3, 3, mean=50.0), with_respect_to="means"),
        ask.gradient(
            CALL,
            mixtures(8, 3),
            mixtures(3, 3, mean=50.0),
            with_respect_to="logits",
            name="gradient of the logits",
        ),
        ask.in_graph(CALL, mixtures(5, 3), mixtures(2, 3)),
    ],
    hints=[
        "You need the logarithm of a sum of k small numbers. What happens if each of them is 0 "
        "in float32?",
        "Stay with logarithms: a log-weight and a log-density for every component, shape "
        "(batch, k); products become sums. Only then sum over the components.",
        r"$\ln \sum_k e^{a_k}$ with $a_k = \ln \pi_k + \ln N_k$ is what `tf.reduce_logsumexp` "
        r"computes, however small all $a_k$ are; $\ln \pi$ is `tf.nn.log_softmax`.",
        "log_weights = tf.nn.log_softmax(…)\nstandardized = (y_true[:, tf.newaxis] - …) * …\n"
        "log_densities = …\nreturn -tf.reduce_logsumexp(… + …, axis=…)",
    ],
    mistakes=[
        Mistake(
            logits_as_log_weights,
            "Your weights do not add up to 1: logits are log-weights before normalising. What "
            "does a softmax become under a logarithm?",
        ),
        Mistake(
            naive_sum,
            "Far from all means every density is 0 in float32, and the logarithm of their sum "
            "minus infinity. Add up under the logarithm without leaving it.",
        ),
        Mistake(
            no_constant,
            "All your values are too small by 0.919: every component's density has its constant.",
        ),
        Mistake(
            average_of_logs,
            "You average the log-densities. The mixture's density is a sum of densities, and the "
            "logarithm comes after the sum: it can't be pulled inside.",
        ),
        Mistake(
            scale_as_variance,
            "You take e^log_scales for variances. They are standard deviations.",
        ),
        Mistake(
            averaged,
            "You return one number for the whole batch: one value per example is asked for.",
        ),
    ],
)
