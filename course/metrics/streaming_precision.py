"""Precision over a whole data set, streamed: counts are kept, and divided only at the end.

Source: the contract of `keras.metrics.Metric`, https://keras.io/api/metrics/base_metric/.
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform, whole_numbers


class StreamingPrecision(keras.metrics.Metric):
    r"""Computes the precision of all examples seen so far, whatever batches they came in.

    Precision is the share of the positive predictions that are right:
    $\sum_i w_i t_i p_i \,/\, \sum_i w_i p_i$, with $t_i$ the label (0 or 1), $p_i = 1$ where the
    prediction is greater than the threshold and 0 elsewhere, and $w_i$ the example's weight, 1
    where no weights come.

    `update_state(y_true, y_pred, sample_weight=None)` takes float32 tensors: labels and
    predictions of shape (n,) or (n, 1), each of them in either shape, and weights of shape (n,).
    A batch may be empty. `result()` is a scalar, and 0 where nothing was predicted positive;
    `reset_state()` starts again. It works in `compile`, `fit` and `evaluate`, and threshold and
    name survive saving. Keep the state in weights of the metric; `keras.metrics.Precision` is no
    answer here.

    Args:
        threshold: A prediction greater than this is positive, a float between 0 and 1.
        **kwargs: What `keras.metrics.Metric` takes, such as `name`.

    Examples:
        >>> precision = StreamingPrecision()
        >>> precision.update_state(tf.constant([1.0, 0.0]), tf.constant([0.9, 0.8]))
        >>> float(precision.result())
        0.5
    """

    def __init__(self, threshold=0.5, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.threshold = threshold
        self.right = self.add_weight(name="right", initializer="zeros")
        self.positive = self.add_weight(name="positive", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels, predictions = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])  # (n,)
        positive = tf.cast(predictions > self.threshold, self.dtype)
        if sample_weight is not None:
            positive *= tf.cast(tf.reshape(sample_weight, [-1]), self.dtype)
        self.right.assign_add(tf.reduce_sum(positive * tf.cast(labels, self.dtype)))
        self.positive.assign_add(tf.reduce_sum(positive))

    def result(self):
        return tf.math.divide_no_nan(self.right.value, self.positive.value)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
        ### END SOLUTION


class MeanOfBatches(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        labels, predictions = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        positive = tf.cast(predictions > self.threshold, self.dtype)
        if sample_weight is not None:
            positive *= sample_weight
        share = tf.math.divide_no_nan(tf.reduce_sum(positive * labels), tf.reduce_sum(positive))
        self.right.assign_add(share)
        self.positive.assign_add(1.0)


class LastBatchOnly(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        labels, predictions = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        positive = tf.cast(predictions > self.threshold, self.dtype)
        if sample_weight is not None:
            positive *= sample_weight
        self.right.assign(tf.reduce_sum(positive * labels))
        self.positive.assign(tf.reduce_sum(positive))


class WeightsIgnored(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class WeightsInNumeratorOnly(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        labels, predictions = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        positive = tf.cast(predictions > self.threshold, self.dtype)
        weights = 1.0 if sample_weight is None else sample_weight
        self.right.assign_add(tf.reduce_sum(positive * labels * weights))
        self.positive.assign_add(tf.reduce_sum(positive))


class NothingIsNaN(StreamingPrecision):
    def result(self):
        return self.right / self.positive


class EveryPair(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        positive = tf.cast(y_pred > self.threshold, self.dtype)
        if sample_weight is not None:
            positive *= tf.reshape(sample_weight, [-1] + [1] * (len(y_pred.shape) - 1))
        self.right.assign_add(tf.reduce_sum(positive * y_true))
        self.positive.assign_add(tf.reduce_sum(positive))


class UntrackedState(StreamingPrecision):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(threshold, **kwargs)
        self.right = tf.Variable(0.0)
        self.positive = tf.Variable(0.0)

    def result(self):
        return tf.math.divide_no_nan(self.right, self.positive)


class NameByPosition(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.right = self.add_weight("right", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.right.assign_add(1.0)

    def result(self):
        return self.right


class NoGetConfig(StreamingPrecision):
    def get_config(self):
        return keras.metrics.Metric.get_config(self)


class Recall(StreamingPrecision):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(
            tf.cast(y_pred > self.threshold, self.dtype),
            tf.where(y_true > 0, 1.0, -1.0),
            sample_weight,
        )


def labelled(*shape, **more):
    """Labels and predictions of that shape."""
    return case(
        y_true=whole_numbers(*shape, low=0, high=1, dtype="float32"), y_pred=uniform(*shape), **more
    )


def columns(n):
    """Labels (n,) with predictions (n, 1), and the other way round, with weights."""
    weights = uniform(n, low=0.25, high=3.0)

    def labels(*shape):
        return whole_numbers(*shape, low=0, high=1, dtype="float32")

    return [
        case(y_true=labels(n), y_pred=uniform(n, 1), sample_weight=weights),
        case(y_true=labels(n, 1), y_pred=uniform(n), sample_weight=weights),
    ]


exercise = Exercise(
    StreamingPrecision,
    points=3,
    minutes=20,
    difficulty=3,
    importance=5,
    after="overall_precision",
    teaches=["M-02", "M-07", "M-11", "M-14", "M-18"],
    questions=[
        ask.streaming(
            "StreamingPrecision()",
            case(
                y_true=[1.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0],
                y_pred=[0.9, 0.8, 0.7, 0.6, 0.7, 0.6, 0.5, 0.2],
            ),
            name="small",
            title="The lesson's two batches",
            sizes=(5,),
        ),
        ask.streaming("StreamingPrecision(0.3)", labelled(16, 1), weight=2),
        ask.streaming(
            "StreamingPrecision(threshold=0.7)",
            labelled(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            weight=2,
        ),
        ask.streaming(
            "StreamingPrecision(0.4)",
            *columns(9),
            name="columns",
            title="Shape (n,) with (n, 1)",
            sizes=(5,),
        ),
        ask.metric_in_fit("StreamingPrecision(0.4, name='precision')", labels=True, weight=2),
        ask.round_trip(
            "StreamingPrecision(0.25, name='precision')",
            "float(it(y_true, y_pred))",
            labelled(12, 1),
            part="metric",
            attributes=["name"],
            weight=2,
        ),
    ],
    hints=[
        "Precision is a ratio: what must be remembered of all the batches so that one division "
        "at the end is right?",
        "Keep two sums, made by `add_weight` in `__init__`: right positive predictions, and all "
        "positive predictions. `update_state` adds to both, `result` divides.",
        "right += Σ w · label · positive, positive += Σ w · positive; "
        "`tf.math.divide_no_nan` gives 0 for 0 / 0. Flatten labels and predictions first.",
        'self.… = self.add_weight(name=…, initializer="zeros")\n\ndef update_state(self, y_true, '
        "y_pred, sample_weight=None):\n    positive = tf.cast(… > self.threshold, self.dtype)\n"
        "    self.….assign_add(…)\n    self.….assign_add(…)",
    ],
    forbids=["keras.metrics.Precision"],
    mistakes=[
        Mistake(
            MeanOfBatches,
            "You average the precisions of the batches, so a batch with few positive predictions "
            "weighs as much as one with many. Keep the two counts, and divide once, in `result`.",
        ),
        Mistake(
            LastBatchOnly,
            "Only the last batch counts: `assign` overwrites what was there. Which method adds?",
        ),
        Mistake(
            WeightsIgnored,
            "`sample_weight` comes in and changes nothing: an example of weight 2 should count "
            "like two examples.",
        ),
        Mistake(
            WeightsInNumeratorOnly,
            "The weights reach the right predictions but not the count below: both sums must be "
            "weighted.",
        ),
        Mistake(
            NothingIsNaN,
            "Before any positive prediction the result is 0 / 0, NaN. Decide what to give then: "
            "the statement says 0, and `tf.math.divide_no_nan` does that.",
        ),
        Mistake(
            EveryPair,
            "Labels of shape (n,) against predictions of shape (n, 1) broadcast to (n, n): every "
            "label meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            UntrackedState,
            "A `tf.Variable` is not tracked by Keras: `reset_state` leaves it alone, and every "
            "epoch goes on counting. Make the state with `self.add_weight`.",
        ),
        Mistake(
            NameByPosition,
            "The first argument of `add_weight` is the shape, so a name in that place is taken "
            'for one. Write `add_weight(name=…, initializer="zeros")`.',
        ),
        Mistake(
            NoGetConfig,
            "After loading, the default threshold is back: nothing wrote yours down. Which method "
            "tells Keras what the metric was made with?",
        ),
        Mistake(
            Recall,
            "You divide by the true labels: that is recall, the share of the positives that was "
            "found. Precision divides by the positive predictions.",
        ),
    ],
)
