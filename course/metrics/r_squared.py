"""The coefficient of determination in one pass: count, mean and spread merged batch by batch.

Source: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for Computing the Sample Variance",
1983, for the merging of two groups.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform
from autograder.inputs import Case
from course.metrics.weighted_mse import columns, errors


class RSquared(keras.metrics.Metric):
    r"""Computes the coefficient of determination of all examples seen so far, in one pass.

    It is $R^2 = 1 - SSE / SST$ over all batches together, with
    $SSE = \sum_i w_i (y_i - \hat y_i)^2$ and $SST = \sum_i w_i (y_i - \bar y)^2$. Here
    $\bar y = \sum_i w_i y_i \,/\, \sum_i w_i$ is the weighted mean of *all* targets so far, and
    $w_i$ the example's weight, 1 where no weights come. It must be accurate in float32 where the
    mean of the targets is thousands of times their standard deviation: with 3000 and 1, to within
    0.0005.

    `update_state(y_true, y_pred, sample_weight=None)` takes float32 tensors: targets and
    predictions of shape (n,) or (n, 1), each of them in either shape, and weights of shape (n,).
    A batch may be empty; examples may not be kept. `result()` is a scalar, and 0 as long as
    nothing was counted; what it is where all targets so far are equal (SST = 0) is not asked.
    `reset_state()` starts again. It works in `compile`, `fit` and `evaluate`, and its name
    survives saving. Keep the state in weights of the metric; `keras.metrics.R2Score` is no answer
    here.

    Args:
        **kwargs: What `keras.metrics.Metric` takes, such as `name`.

    Examples:
        >>> r2 = RSquared()
        >>> r2.update_state(tf.constant([1.0, 3.0]), tf.constant([0.0, 3.0]))
        >>> r2.update_state(tf.constant([5.0, 7.0, 9.0]), tf.constant([6.0, 5.0, 9.0]))
        >>> round(float(r2.result()), 4)  # 1 - 6 / 40
        0.85
    """

    def __init__(self, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.weight = self.add_weight(name="weight", initializer="zeros")
        self.mean = self.add_weight(name="mean", initializer="zeros")
        self.spread = self.add_weight(name="spread", initializer="zeros")  # SST
        self.error = self.add_weight(name="error", initializer="zeros")  # SSE

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])  # (n,)
        weights = tf.ones_like(y_true)
        if sample_weight is not None:
            weights = tf.cast(tf.reshape(sample_weight, [-1]), y_true.dtype)
        weight = tf.reduce_sum(weights)
        mean = tf.math.divide_no_nan(tf.reduce_sum(weights * y_true), weight)
        within = tf.reduce_sum(weights * tf.square(y_true - mean))

        # Two groups: what came before, and this batch. All lie about the joint mean as they do
        # within the groups, and as the groups' means lie about it.
        distance = mean - self.mean
        share = tf.math.divide_no_nan(weight, self.weight + weight)
        self.spread.assign_add(within + self.weight * share * tf.square(distance))
        self.mean.assign_add(share * distance)
        self.weight.assign_add(weight)
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))

    def result(self):
        return tf.math.divide_no_nan(self.spread - self.error, self.spread.value)
        ### END SOLUTION


def _flat(y_true, y_pred, sample_weight):
    """Targets, predictions and weights, all (n,)."""
    y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
    return y_true, y_pred, tf.ones_like(y_true) if sample_weight is None else sample_weight


class SumsOfSquares(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred, weights = _flat(y_true, y_pred, sample_weight)
        self.weight.assign_add(tf.reduce_sum(weights))
        self.mean.assign_add(tf.reduce_sum(weights * y_true))
        self.spread.assign_add(tf.reduce_sum(weights * tf.square(y_true)))
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))

    def result(self):
        spread = self.spread - tf.math.divide_no_nan(tf.square(self.mean), self.weight.value)
        return tf.math.divide_no_nan(spread - self.error, spread)


class MeanOfBatches(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred, weights = _flat(y_true, y_pred, sample_weight)
        total = tf.reduce_sum(weights)
        mean = tf.math.divide_no_nan(tf.reduce_sum(weights * y_true), total)
        spread = tf.reduce_sum(weights * tf.square(y_true - mean))
        error = tf.reduce_sum(weights * tf.square(y_true - y_pred))
        self.spread.assign_add(1.0)
        self.error.assign_add(tf.math.divide_no_nan(error, spread))


class RoundTheBatchMean(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred, weights = _flat(y_true, y_pred, sample_weight)
        mean = tf.math.divide_no_nan(tf.reduce_sum(weights * y_true), tf.reduce_sum(weights))
        self.spread.assign_add(tf.reduce_sum(weights * tf.square(y_true - mean)))
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))


class RoundTheMeanSoFar(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred, weights = _flat(y_true, y_pred, sample_weight)
        self.weight.assign_add(tf.reduce_sum(weights))
        self.mean.assign_add(tf.reduce_sum(weights * y_true))
        mean = tf.math.divide_no_nan(self.mean.value, self.weight.value)
        self.spread.assign_add(tf.reduce_sum(weights * tf.square(y_true - mean)))
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))


class WeightsIgnored(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class WeightsInErrorOnly(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred, weights = _flat(y_true, y_pred, sample_weight)
        super().update_state(y_true, y_true)
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))


class ShareOfErrors(RSquared):
    def result(self):
        return tf.math.divide_no_nan(self.error.value, self.spread.value)


class OneMinusNothing(RSquared):
    def result(self):
        return 1.0 - tf.math.divide_no_nan(self.error.value, self.spread.value)


class EveryPair(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_true, sample_weight)
        weights = 1.0
        if sample_weight is not None:
            weights = tf.reshape(sample_weight, [-1] + [1] * (len(y_true.shape) - 1))
        self.error.assign_add(tf.reduce_sum(weights * tf.square(y_true - y_pred)))


class EmptyBatchIsNaN(RSquared):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred, sample_weight)
        self.spread.assign_add(0.0 * tf.reduce_mean(y_true))  # the mean of nothing is NaN


def far_off(n, **more):
    """Targets round 3000 with standard deviation 1, predictions with errors of about 0.5."""
    given = {"y_true": normal(n, mean=3000.0), "errors": normal(n, scale=0.5), **more}
    return Case(given, derived={"y_pred": ("y_true", "errors")})


# SST is 12 here. Sums of squares near 72 million are multiples of 8 in float32: it comes out as 8
# or 16, in whatever way they are added up.
EXACT = case(
    y_true=[2998.0, 2999.0, 2999.0, 3000.0, 3000.0, 3001.0, 3001.0, 3002.0],
    y_pred=[2998.5, 2998.5, 2999.5, 2999.0, 3001.0, 3001.5, 3000.5, 3002.5],
)

exercise = Exercise(
    RSquared,
    points=5,
    minutes=40,
    difficulty=5,
    importance=3,
    after=["WeightedMSE", "F1Score"],
    teaches=["M-02", "M-11", "M-15", "M-16", "M-18"],
    questions=[
        ask.streaming(
            "RSquared()",
            case(
                y_true=[1.0, 3.0, 5.0, 2.0, 4.0, 7.0, 12.0, 8.0],
                y_pred=[2.0, 3.0, 3.0, 2.5, 5.0, 6.0, 10.0, 9.5],
            ),
            name="small",
            title="Two batches",
            sizes=(5,),
        ),
        ask.streaming("RSquared()", errors(16, 1), sizes=(5, 1), weight=2),
        ask.streaming(
            "RSquared()",
            errors(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            sizes=(5, 1),
            weight=2,
        ),
        ask.streaming(
            "RSquared()",
            *columns(9),
            name="columns",
            title="Shape (n,) with (n, 1)",
            sizes=(5,),
        ),
        ask.values(
            "abs(float(RSquared()(y_true, y_pred)) - 17 / 24) < 0.001",
            EXACT,
            name="round 3000",
            needs="streaming",
            title="Targets round 3000, to three places",
        ),
        ask.streaming(
            "RSquared()",
            far_off(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="far off",
            title="Targets round 3000 in batches",
            sizes=(5, 1),
            weight=2,
        ),
        ask.metric_in_fit("RSquared(name='r2')", weight=2),
        ask.round_trip(
            "RSquared(name='r2')",
            "float(it(y_true, y_pred))",
            errors(16, 1),
            part="metric",
            attributes=["name"],
        ),
    ],
    hints=[
        "SSE is a sum over examples, as in `WeightedMSE`. SST needs a mean that is known only at "
        "the end: what can you keep of a group of targets so that another group can be added?",
        "Keep weight, mean and spread (the SST) of what came before. Each batch has its own "
        "three. What is subtracted before it is squared never makes large squares.",
        "With W, m, S before and w, b, s of the batch: S grows by s + (b − m)² · W · w / (W + w), "
        "m by (b − m) · w / (W + w), W by w, in this order. In an empty batch w is 0: "
        "`tf.math.divide_no_nan`. Another way: subtract the first batch's mean from all targets.",
        "weight = …\nmean = tf.math.divide_no_nan(…, weight)\nwithin = …\n"
        "distance = mean - self.mean\nshare = tf.math.divide_no_nan(weight, self.weight + weight)\n"
        "self.spread.assign_add(within + …)\nself.mean.assign_add(…)\n"
        "self.weight.assign_add(…)\nself.error.assign_add(…)",
    ],
    forbids=["keras.metrics.R2Score"],
    mistakes=[
        Mistake(
            SumsOfSquares,
            "Σ y² − (Σ y)² / n is the right formula, but not in float32: near 3000 both are so "
            "large that their difference is rounding. Merge means and spreads, or shift first.",
        ),
        Mistake(
            MeanOfBatches,
            "You average the R² of the batches. Within a batch targets are spread less than over "
            "all batches: keep SSE and SST, and divide once, in `result`.",
        ),
        Mistake(
            RoundTheBatchMean,
            "You measure each batch's spread about its own mean and add up: what is missing is "
            "how far the batches' means lie apart.",
        ),
        Mistake(
            RoundTheMeanSoFar,
            "You measure each batch's spread about the mean as it is then. When the mean moves "
            "on, what was added before is out of date: by how much?",
        ),
        Mistake(
            WeightsIgnored,
            "`sample_weight` comes in and changes nothing: an example of weight 2 should count "
            "like two examples.",
        ),
        Mistake(
            WeightsInErrorOnly,
            "The weights reach SSE but not SST: its sum must be weighted as well, and so must the "
            "mean that it is taken about.",
        ),
        Mistake(
            ShareOfErrors,
            "You return SSE / SST, the share of the spread that is *not* explained. What is left "
            "of the whole?",
        ),
        Mistake(
            OneMinusNothing,
            "Before any data you say 1, a perfect score for having seen nothing: 1 − 0 / 0. The "
            "statement asks for 0.",
        ),
        Mistake(
            EveryPair,
            "Targets of shape (n,) against predictions of shape (n, 1) broadcast to (n, n): every "
            "target meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            EmptyBatchIsNaN,
            "A batch without examples turns everything into NaN: the mean of nothing is 0 / 0. "
            "`tf.math.divide_no_nan` lets it change nothing.",
        ),
    ],
)
