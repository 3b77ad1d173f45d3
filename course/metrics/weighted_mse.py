"""A streaming mean with sample weights: the count must be weighted as well.

Source: the contract of `keras.metrics.Metric`, https://keras.io/api/metrics/base_metric/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


class WeightedMSE(keras.metrics.Metric):
    r"""Computes the (weighted) mean squared error of all examples seen so far.

    It is $\sum_i w_i \, (y_i - \hat y_i)^2 \,/\, \sum_i w_i$ over all batches together, with $w_i$
    the example's weight, 1 where no weights come. Twice the weights give the same number.

    `update_state(y_true, y_pred, sample_weight=None)` takes float32 tensors: targets and
    predictions of shape (n,) or (n, 1), each of them in either shape, and weights of shape (n,).
    A batch may be empty. `result()` is a scalar, and 0 as long as nothing was counted;
    `reset_state()` starts again. It works in `compile`, `fit` and `evaluate`, and its name
    survives saving. Keep the state in weights of the metric; `keras.metrics.MeanSquaredError` and
    `keras.metrics.RootMeanSquaredError` are no answer here.

    Args:
        **kwargs: What `keras.metrics.Metric` takes, such as `name`.

    Examples:
        >>> mse = WeightedMSE()
        >>> y_true, y_pred = tf.constant([2.0, 4.0]), tf.constant([0.0, 0.0])
        >>> mse.update_state(y_true, y_pred, sample_weight=tf.constant([1.0, 3.0]))
        >>> float(mse.result())
        13.0
    """

    def __init__(self, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = tf.square(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))  # (n,)
        weights = tf.ones_like(squares)
        if sample_weight is not None:
            weights = tf.cast(tf.reshape(sample_weight, [-1]), squares.dtype)
        self.total.assign_add(tf.reduce_sum(weights * squares))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)
        ### END SOLUTION


def _squares(y_true, y_pred):
    return tf.square(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))


class NameByPosition(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight("total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_mean(_squares(y_true, y_pred)))

    def result(self):
        return self.total


class DividedByCount(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = _squares(y_true, y_pred)
        self.count.assign_add(tf.cast(tf.size(squares), self.dtype))
        self.total.assign_add(
            tf.reduce_sum(squares if sample_weight is None else squares * sample_weight)
        )


class WeightsIgnored(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class MeanOfBatches(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = _squares(y_true, y_pred)
        weights = tf.ones_like(squares) if sample_weight is None else sample_weight
        self.total.assign_add(
            tf.math.divide_no_nan(tf.reduce_sum(weights * squares), tf.reduce_sum(weights))
        )
        self.count.assign_add(1.0)


class LastBatchOnly(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = _squares(y_true, y_pred)
        weights = tf.ones_like(squares) if sample_weight is None else sample_weight
        self.total.assign(tf.reduce_sum(weights * squares))
        self.count.assign(tf.reduce_sum(weights))


class EveryPair(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = tf.square(y_true - y_pred)
        count = tf.cast(tf.size(y_true), self.dtype)
        if sample_weight is not None:
            squares *= tf.reshape(sample_weight, [-1] + [1] * (len(y_true.shape) - 1))
            count = tf.reduce_sum(sample_weight)
        self.total.assign_add(tf.reduce_sum(squares))
        self.count.assign_add(count)


class WeightsAgainstColumns(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = _squares(y_true, y_pred)[:, None]
        weights = tf.ones_like(squares) if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(squares * weights))
        self.count.assign_add(tf.reduce_sum(weights))


class UntrackedState(WeightedMSE):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = tf.Variable(0.0)
        self.count = tf.Variable(0.0)

    def result(self):
        return tf.math.divide_no_nan(self.total, self.count)


class AbsoluteError(WeightedMSE):
    def update_state(self, y_true, y_pred, sample_weight=None):
        root = tf.sqrt(tf.sqrt(_squares(y_true, y_pred)))
        super().update_state(root, tf.zeros_like(root), sample_weight)


class NameDropped(WeightedMSE):
    def __init__(self, **kwargs):
        super().__init__(name="weighted_mse")


def errors(*shape, **more):
    """Targets and predictions of that shape."""
    return case(y_true=normal(*shape, scale=3.0), y_pred=normal(*shape), **more)


def columns(n):
    """Targets (n,) with predictions (n, 1), and the other way round, with weights."""
    weights = uniform(n, low=0.25, high=3.0)
    flat, column = normal(n, scale=3.0), normal(n, 1, scale=3.0)
    return [
        case(y_true=flat, y_pred=column, sample_weight=weights),
        case(y_true=column, y_pred=flat, sample_weight=weights),
    ]


exercise = Exercise(
    WeightedMSE,
    points=3,
    minutes=20,
    difficulty=3,
    importance=5,
    after="overall_precision",
    teaches=["M-02", "M-03", "M-11", "M-12", "M-15", "M-18"],
    questions=[
        ask.streaming(
            "WeightedMSE()",
            case(
                y_true=[2.0, 4.0, 1.0, -3.0, 0.0, 6.0],
                y_pred=[0.0, 0.0, 1.5, -1.0, 0.5, 1.0],
            ),
            name="small",
            title="Two batches",
            sizes=(4,),
        ),
        ask.streaming("WeightedMSE()", errors(16, 1), weight=2),
        ask.streaming(
            "WeightedMSE()",
            errors(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            weight=2,
        ),
        ask.streaming(
            "WeightedMSE()",
            *columns(9),
            name="columns",
            title="Shape (n,) with (n, 1)",
            sizes=(5,),
        ),
        ask.metric_in_fit("WeightedMSE(name='mse')", weight=2),
        ask.round_trip(
            "WeightedMSE(name='mse')",
            "float(it(y_true, y_pred))",
            errors(16, 1),
            part="metric",
            attributes=["name"],
        ),
    ],
    hints=[
        "A mean over all batches is a ratio: what is above the line, and what below? Neither may "
        "be divided before the end.",
        "Keep two sums, made by `add_weight` in `__init__`. An example of weight 2 counts like two "
        "examples: what does that mean for the sum below the line?",
        "total += Σ w · (y − ŷ)², count += Σ w, all three flattened to (n,) first and w = 1 where "
        "no weights come; `tf.math.divide_no_nan` gives 0 for 0 / 0.",
        'self.… = self.add_weight(name=…, initializer="zeros")\n\ndef update_state(self, y_true, '
        "y_pred, sample_weight=None):\n    squares = …\n    weights = tf.ones_like(squares) if "
        "sample_weight is None else …\n    self.….assign_add(…)\n    self.….assign_add(…)",
    ],
    forbids=["keras.metrics.MeanSquaredError", "keras.metrics.RootMeanSquaredError"],
    mistakes=[
        Mistake(
            NameByPosition,
            "The first argument of `add_weight` is the shape, so a name in that place is taken "
            'for one. Write `add_weight(name=…, initializer="zeros")`.',
        ),
        Mistake(
            DividedByCount,
            "You divide the weighted sum by the number of examples: errors 2 and 4 with weights 1 "
            "and 3 make 26, and should make 13. What has to be counted in place of examples?",
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
            LastBatchOnly,
            "Only the last batch counts: `assign` overwrites what was there. Which method adds?",
        ),
        Mistake(
            EveryPair,
            "Targets of shape (n,) against predictions of shape (n, 1) broadcast to (n, n): every "
            "target meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            WeightsAgainstColumns,
            "Your squares have shape (n, 1) and the weights (n,): their product is (n, n), every "
            "weight times every square. Flatten both before you multiply.",
        ),
        Mistake(
            UntrackedState,
            "A `tf.Variable` is not tracked by Keras: `reset_state` leaves it alone, and every "
            "epoch goes on counting. Make the state with `self.add_weight`.",
        ),
        Mistake(
            AbsoluteError,
            "You average the distances |y − ŷ| where their squares are asked for: that is the "
            "mean absolute error.",
        ),
        Mistake(
            NameDropped,
            "What is passed as `name` gets lost: hand the keyword arguments on to the parent.",
        ),
    ],
)
