"""A streaming metric with a hyperparameter: the mean Huber value, weighted where weights come.

Source: P. J. Huber, "Robust Estimation of a Location Parameter", 1964; the contract of
`keras.metrics.Metric`, https://keras.io/api/metrics/base_metric/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform
from course.losses.create_huber import create_huber
from course.metrics.weighted_mse import columns, errors


class HuberMetric(keras.metrics.Metric):
    r"""Computes the (weighted) mean Huber value of all examples seen so far.

    With the error $e = y_{true} - y_{pred}$ and the threshold $\delta$ the value of an example is
    $h = e^2 / 2$ where $|e| \le \delta$, and $\delta \, |e| - \delta^2 / 2$ beyond. The metric is
    $\sum_i w_i h_i \,/\, \sum_i w_i$ over all batches together, with $w_i$ the example's weight, 1
    where no weights come.

    `update_state(y_true, y_pred, sample_weight=None)` takes float32 tensors: targets and
    predictions of shape (n,) or (n, 1), each of them in either shape, and weights of shape (n,).
    A batch may be empty. `result()` is a scalar, and 0 as long as nothing was counted;
    `reset_state()` starts again. It works in `compile`, `fit` and `evaluate`, and threshold and
    name survive saving. Keep the state in weights of the metric.

    Args:
        threshold: The $\delta$ from which on the value is a straight line, a float greater than 0.
        **kwargs: What `keras.metrics.Metric` takes, such as `name`.

    Examples:
        >>> metric = HuberMetric(2.0)
        >>> y_true, y_pred = tf.constant([1.0, 5.0]), tf.constant([0.0, 0.0])
        >>> float(metric(y_true, y_pred))
        4.25
        >>> metric.reset_state()
        >>> float(metric(y_true, y_pred, sample_weight=tf.constant([1.0, 3.0])))
        6.125
    """

    def __init__(self, threshold=1.0, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.threshold = threshold
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        distance = tf.abs(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))  # (n,)
        line = self.threshold * distance - self.threshold**2 / 2
        values = tf.where(distance <= self.threshold, tf.square(distance) / 2, line)
        weights = tf.ones_like(values)
        if sample_weight is not None:
            weights = tf.cast(tf.reshape(sample_weight, [-1]), values.dtype)
        self.total.assign_add(tf.reduce_sum(weights * values))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
        ### END SOLUTION


def _values(metric, y_true, y_pred):
    flat = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
    return create_huber(metric.threshold)(*flat)


class NoGetConfig(HuberMetric):
    def get_config(self):
        return keras.metrics.Metric.get_config(self)


class ConfigWithBareName(HuberMetric):
    def get_config(self):
        return {**super().get_config(), "threshold": threshold}  # noqa: F821


class ConditionWithLiteralOne(HuberMetric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        distance = tf.abs(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))
        line = self.threshold * distance - self.threshold**2 / 2
        values = tf.where(distance <= 1.0, tf.square(distance) / 2, line)
        weights = tf.ones_like(values) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(weights * values))
        self.count.assign_add(tf.reduce_sum(weights))


class DividedByCount(HuberMetric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        values = _values(self, y_true, y_pred)
        self.count.assign_add(tf.cast(tf.size(values), self.dtype))
        self.total.assign_add(
            tf.reduce_sum(values if sample_weight is None else values * sample_weight)
        )


class WeightsIgnored(HuberMetric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class MeanOfBatches(HuberMetric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        values = _values(self, y_true, y_pred)
        weights = tf.ones_like(values) if sample_weight is None else sample_weight
        self.total.assign_add(
            tf.math.divide_no_nan(tf.reduce_sum(weights * values), tf.reduce_sum(weights))
        )
        self.count.assign_add(1.0)


class NeverDivided(HuberMetric):
    def result(self):
        return self.total


class NothingIsNaN(HuberMetric):
    def result(self):
        return self.total / self.count


class EveryPair(HuberMetric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        values = create_huber(self.threshold)(y_true, y_pred)
        count = tf.cast(tf.size(y_true), self.dtype)
        if sample_weight is not None:
            values *= tf.reshape(sample_weight, [-1] + [1] * (len(y_true.shape) - 1))
            count = tf.reduce_sum(sample_weight)
        self.total.assign_add(tf.reduce_sum(values))
        self.count.assign_add(count)


class OldResetMethod(HuberMetric):
    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(threshold, **kwargs)
        self.total = tf.Variable(0.0)
        self.count = tf.Variable(0.0)

    def result(self):
        return tf.math.divide_no_nan(self.total, self.count)

    def reset_states(self):
        self.total.assign(0.0)
        self.count.assign(0.0)


exercise = Exercise(
    HuberMetric,
    points=3,
    minutes=15,
    difficulty=3,
    importance=4,
    after=["StreamingPrecision", "HuberLoss"],
    teaches=["M-05", "M-09", "M-10", "M-11", "M-14", "M-18"],
    questions=[
        ask.streaming(
            "HuberMetric()",
            case(
                y_true=[0.5, 4.0, 1.0, -3.0, 0.0, 6.0],
                y_pred=[0.0, 0.0, 2.0, -1.0, 1.5, 5.75],
            ),
            name="small",
            title="Two batches, threshold 1",
            sizes=(4,),
        ),
        ask.streaming("HuberMetric(threshold=3.0)", errors(16, 1), weight=2),
        ask.streaming(
            "[HuberMetric(0.5), HuberMetric(2.0)][0]",
            errors(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            weight=2,
        ),
        ask.streaming(
            "HuberMetric(2.0)",
            *columns(9),
            name="columns",
            title="Shape (n,) with (n, 1)",
            sizes=(5,),
        ),
        ask.metric_in_fit("HuberMetric(2.0, name='huber')", weight=2),
        ask.round_trip(
            "HuberMetric(2.0, name='huber')",
            "float(it(y_true, y_pred))",
            errors(16, 1),
            part="metric",
            attributes=["name"],
            weight=2,
        ),
    ],
    hints=[
        "It is a weighted mean again, of other values: what do you keep from `WeightedMSE`, and "
        "what has to survive saving besides?",
        "Compute one Huber value per example, flat, (n,). Keep Σ w · value and Σ w; divide in "
        "`result`.",
        "|e| ≤ δ: e² / 2, beyond: δ · |e| − δ² / 2. Both sums by `assign_add`; "
        "`tf.math.divide_no_nan` gives 0 for 0 / 0; `get_config` adds the threshold to the "
        "parent's entries.",
        "super().__init__(**kwargs)\nself.threshold = …\nself.… = self.add_weight(name=…, "
        'initializer="zeros")\n\ndef update_state(self, y_true, y_pred, sample_weight=None):\n'
        "    values = tf.where(…, …, …)\n    …\n\ndef get_config(self):\n    return {**…, …: …}",
    ],
    allows=["create_huber", "HuberLoss"],
    mistakes=[
        Mistake(
            NoGetConfig,
            "After loading, the default threshold is back: nothing wrote yours down. Which method "
            "tells Keras what the metric was made with?",
        ),
        Mistake(
            ConfigWithBareName,
            "`get_config` uses a bare `threshold`, a name that only `__init__` knows. Keep it on "
            "`self`, and read it from there.",
        ),
        Mistake(
            ConditionWithLiteralOne,
            "Your branches change over at |error| = 1, whatever the threshold is: right for the "
            "default only. What should the condition compare with?",
        ),
        Mistake(
            DividedByCount,
            "Without weights it is right. With weights, the weighted sum is divided by the number "
            "of examples: the count must be weighted as well.",
        ),
        Mistake(
            WeightsIgnored,
            "`sample_weight` comes in and changes nothing: an example of weight 2 should count "
            "like two examples.",
        ),
        Mistake(
            MeanOfBatches,
            "You average the means of the batches, so an example in a small batch counts more "
            "than one in a large batch. Keep the two sums, and divide once, in `result`.",
        ),
        Mistake(
            NeverDivided,
            "You return the sum, which grows with the data. A mean is asked for: what else must "
            "be kept, and where is it divided?",
        ),
        Mistake(
            NothingIsNaN,
            "Before any data the result is 0 / 0, NaN. The statement says what to give then, and "
            "`tf.math.divide_no_nan` does that.",
        ),
        Mistake(
            EveryPair,
            "Targets of shape (n,) against predictions of shape (n, 1) broadcast to (n, n): every "
            "target meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            OldResetMethod,
            "What was counted outlives `reset_state`: Keras resets the weights made by "
            "`add_weight`, not a `tf.Variable`, and never calls a method named `reset_states`.",
        ),
    ],
)
