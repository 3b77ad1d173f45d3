"""A probabilistic loss whose sample weights make a weighted mean.

Source: the contract of `keras.losses.Loss`, https://keras.io/api/losses/; C. M. Bishop, "Pattern
Recognition and Machine Learning", 2006, section 1.2.4, for the density.
"""

import math

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform
from course.losses.gaussian_nll import gaussian_nll


class WeightedLogLikelihood(keras.losses.Loss):
    r"""Computes the (weighted) mean of negative log-likelihoods under normal distributions.

    The last axis of `y_pred`, a float32 tensor of shape (n, 2), holds [mean, log_scale]: the mean
    $\mu$ and the natural logarithm of the standard deviation $\sigma$. `y_true` has shape (n,) or
    (n, 1). The negative log-likelihood of an example is
    $l = \frac{1}{2} \left(\frac{y - \mu}{\sigma}\right)^2 + \ln \sigma + \frac{1}{2} \ln(2 \pi)$.
    Called as `loss(y_true, y_pred)` the object gives the mean of all $l_i$, a scalar; with
    `sample_weight` of shape (n,) it gives $\sum_i w_i l_i / \sum_i w_i$. In `fit`, Keras calls it
    in the same way. The name survives `get_config` and `from_config`, and saving a model to a
    `.keras` file and loading it. Your own `gaussian_nll` may serve; the course's may not.

    Args:
        **kwargs: What `keras.losses.Loss` takes, such as `name`.

    Examples:
        >>> loss = WeightedLogLikelihood()
        >>> y_true, y_pred = tf.constant([0.0, 2.0]), tf.constant([[0.0, 0.0], [0.0, 0.0]])
        >>> round(float(loss(y_true, y_pred)), 3)
        1.919
        >>> round(float(loss(y_true, y_pred, sample_weight=tf.constant([3.0, 1.0]))), 3)
        1.419
    """

    def __init__(self, **kwargs):
        ### BEGIN SOLUTION
        kwargs.setdefault("reduction", "mean_with_sample_weight")
        super().__init__(**kwargs)

    def call(self, y_true, y_pred):
        mean, log_scale = y_pred[:, 0], y_pred[:, 1]
        standardized = (tf.reshape(y_true, [-1]) - mean) * tf.exp(-log_scale)
        return 0.5 * tf.square(standardized) + log_scale + 0.5 * math.log(2.0 * math.pi)
        ### END SOLUTION


def _losses(y_true, y_pred):
    return gaussian_nll(tf.reshape(y_true, [-1]), y_pred[:, 0], y_pred[:, 1])


class DividedByCount(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, y_true, y_pred):
        return _losses(y_true, y_pred)


class WeightsNeverReachTheSum(DividedByCount):
    def call(self, y_true, y_pred, sample_weight=None):
        losses = _losses(y_true, y_pred)
        if sample_weight is None:
            return tf.reduce_mean(losses)
        return tf.reduce_sum(sample_weight * losses) / tf.reduce_sum(sample_weight)

    def __call__(self, y_true, y_pred, sample_weight=None):
        return self.call(y_true, y_pred)


class EveryPair(WeightedLogLikelihood):
    def call(self, y_true, y_pred):
        return gaussian_nll(y_true, y_pred[:, 0], y_pred[:, 1])


class PositiveLogLikelihood(WeightedLogLikelihood):
    def call(self, y_true, y_pred):
        return -_losses(y_true, y_pred)


class SummedUp(DividedByCount):
    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "reduction": "sum"})


class ScaleNotExponentiated(WeightedLogLikelihood):
    def call(self, y_true, y_pred):
        return gaussian_nll(tf.reshape(y_true, [-1]), y_pred[:, 0], tf.math.log(y_pred[:, 1]))


class FixedArguments(DividedByCount):
    def __init__(self, **kwargs):
        super().__init__(reduction="mean_with_sample_weight", name="weighted_log_likelihood")


def examples(*shape):
    """Targets of that shape, predictions (n, 2), and a weight each."""
    n = shape[0]
    return case(
        y_true=normal(*shape, scale=2.0),
        y_pred=uniform(n, 2, low=-1.0, high=1.0),
        w=uniform(n, low=0.25, high=3.0),
    )


exercise = Exercise(
    WeightedLogLikelihood,
    points=3,
    minutes=20,
    difficulty=4,
    importance=4,
    after=["HuberLoss", "gaussian_nll"],
    teaches=["L-05", "L-18", "L-19"],
    questions=[
        ask.values(
            "WeightedLogLikelihood()(y_true, y_pred)",
            case(y_true=[[0.0], [2.0]], y_pred=[[0.0, 0.5], [1.0, -0.5]]),
            examples(16, 1),
            title="The mean over a batch",
            length=16,
        ),
        ask.values(
            "WeightedLogLikelihood()(y_true, y_pred)",
            examples(16),
            name="flat targets",
            title="Targets of shape (n,)",
            length=16,
        ),
        ask.values(
            "WeightedLogLikelihood()(y_true, y_pred, sample_weight=w)",
            case(y_true=[[0.0], [2.0]], y_pred=[[0.0, 0.5], [1.0, -0.5]], w=[3.0, 1.0]),
            examples(16, 1),
            examples(16),
            name="sample weights",
            title="The weighted mean",
            length=16,
            weight=2,
        ),
        ask.gradient(
            "WeightedLogLikelihood()(y_true, y_pred, sample_weight=w)",
            examples(8, 1),
            with_respect_to="y_pred",
        ),
        ask.values(
            "WeightedLogLikelihood(name='nll').name",
            case(),
            name="name",
            title="Its name",
            weight=0.5,
            needs="values",
        ),
        ask.in_fit("WeightedLogLikelihood()", units=2, rate=0.001),
        ask.in_fit(
            "WeightedLogLikelihood()", units=2, weighted=True, rate=0.001, name="weights in fit"
        ),
        ask.round_trip(
            "WeightedLogLikelihood(name='nll')",
            "it(y_true, y_pred, sample_weight=w)",
            examples(8, 1),
            part="loss",
            attributes=["name"],
        ),
    ],
    hints=[
        "Keras hands sample weights to `__call__` of a loss, not to `call`. Who divides, and by "
        "what?",
        "Let `call` return one value per example, (n,), and leave the weights to Keras. By "
        "default it divides by the number of examples; there is a reduction that divides by "
        "the sum of the weights.",
        '`reduction="mean_with_sample_weight"`. And bring `y_true` to shape (n,) before '
        "subtracting: (n, 1) minus (n,) gives every pair.",
        "kwargs.setdefault(…, …)\nsuper().__init__(**kwargs)\n\ndef call(self, y_true, y_pred):\n"
        "    mean, log_scale = y_pred[:, 0], …\n    y_true = tf.reshape(y_true, …)\n    return …",
    ],
    mistakes=[
        Mistake(
            DividedByCount,
            "Without weights it is right. With weights, the weighted sum is divided by the number "
            "of examples: it should be divided by the sum of the weights.",
        ),
        Mistake(
            WeightsNeverReachTheSum,
            "The weights change nothing: Keras never passes them to `call`. They arrive in "
            "`__call__`, and the parent's applies them to the losses of the examples.",
        ),
        Mistake(
            EveryPair,
            "With targets of shape (n, 1) and means of shape (n,) the difference has shape "
            "(n, n): every target meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            PositiveLogLikelihood,
            "The sign is turned round: a loss is to be made small, a likelihood large.",
        ),
        Mistake(
            SummedUp, "You add up where the mean is asked for: batches of any size should compare."
        ),
        Mistake(
            ScaleNotExponentiated,
            "You use the second column as the standard deviation itself. It is a logarithm, and "
            "may be negative.",
        ),
        Mistake(
            FixedArguments,
            "What is passed as `name` gets lost: hand the keyword arguments on to the parent.",
        ),
    ],
)
