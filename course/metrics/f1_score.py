"""F1 over a whole data set: three counts are enough, whatever batches they came in.

Source: C. J. van Rijsbergen, "Information Retrieval", 1979, chapter 7 (E = 1 − F).
"""

import keras
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform
from course.metrics.streaming_precision import columns, labelled


class F1Score(keras.metrics.Metric):
    r"""Computes the F1 score of all examples seen so far, from counts.

    F1 is the harmonic mean of precision and recall, $2 TP / (2 TP + FP + FN)$. With $t_i$ the
    label (0 or 1), $p_i = 1$ where the prediction is greater than the threshold and 0 elsewhere,
    and $w_i$ the example's weight, 1 where no weights come, the counts over all batches together
    are $TP = \sum_i w_i t_i p_i$, $FP = \sum_i w_i (1 - t_i) p_i$ and
    $FN = \sum_i w_i t_i (1 - p_i)$.

    `update_state(y_true, y_pred, sample_weight=None)` takes float32 tensors: labels and
    predictions of shape (n,) or (n, 1), each of them in either shape, and weights of shape (n,).
    A batch may be empty. `result()` is a scalar, and 0 where TP, FP and FN are 0;
    `reset_state()` starts again. It works in `compile`, `fit` and `evaluate`, and threshold and
    name survive saving. Keep the state in weights of the metric; `keras.metrics.F1Score` and
    `keras.metrics.FBetaScore` are no answer here.

    Args:
        threshold: A prediction greater than this is positive, a float between 0 and 1.
        **kwargs: What `keras.metrics.Metric` takes, such as `name`.

    Examples:
        >>> f1 = F1Score()
        >>> f1.update_state(tf.constant([1.0, 0.0, 1.0]), tf.constant([0.9, 0.8, 0.7]))
        >>> round(float(f1.result()), 4)
        0.8
    """

    def __init__(self, threshold=0.5, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.threshold = threshold
        self.true_positives = self.add_weight(name="true_positives", initializer="zeros")
        self.false_positives = self.add_weight(name="false_positives", initializer="zeros")
        self.false_negatives = self.add_weight(name="false_negatives", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.cast(tf.reshape(y_true, [-1]), self.dtype)  # (n,)
        positive = tf.cast(tf.reshape(y_pred, [-1]) > self.threshold, self.dtype)
        weights = tf.ones_like(labels)
        if sample_weight is not None:
            weights = tf.cast(tf.reshape(sample_weight, [-1]), self.dtype)
        self.true_positives.assign_add(tf.reduce_sum(weights * labels * positive))
        self.false_positives.assign_add(tf.reduce_sum(weights * (1.0 - labels) * positive))
        self.false_negatives.assign_add(tf.reduce_sum(weights * labels * (1.0 - positive)))

    def result(self):
        twice = 2.0 * self.true_positives
        wrong = self.false_positives + self.false_negatives
        return tf.math.divide_no_nan(twice, twice + wrong)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
        ### END SOLUTION


def _counts(metric, y_true, y_pred, sample_weight):
    """True positives, positive predictions and positive labels of a batch."""
    labels = tf.reshape(y_true, [-1])
    positive = tf.cast(tf.reshape(y_pred, [-1]) > metric.threshold, metric.dtype)
    weights = tf.ones_like(labels) if sample_weight is None else sample_weight
    terms = (labels * positive, positive, labels)
    return [tf.reduce_sum(weights * term) for term in terms]


class MeanOfBatches(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        right, predicted, actual = _counts(self, y_true, y_pred, sample_weight)
        score = tf.math.divide_no_nan(2.0 * right, predicted + actual)
        self.true_positives.assign_add(score)
        self.false_positives.assign_add(1.0)

    def result(self):
        return tf.math.divide_no_nan(self.true_positives.value, self.false_positives.value)


class HarmonicMeanOfMeans(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        right, predicted, actual = _counts(self, y_true, y_pred, sample_weight)
        self.false_positives.assign_add(tf.math.divide_no_nan(right, predicted))
        self.false_negatives.assign_add(tf.math.divide_no_nan(right, actual))
        self.true_positives.assign_add(1.0)

    def result(self):
        precision, recall = (
            tf.math.divide_no_nan(one.value, self.true_positives.value)
            for one in (self.false_positives, self.false_negatives)
        )
        return tf.math.divide_no_nan(2.0 * precision * recall, precision + recall)


class OrdinaryMean(F1Score):
    def result(self):
        right = self.true_positives.value
        precision = tf.math.divide_no_nan(right, right + self.false_positives)
        recall = tf.math.divide_no_nan(right, right + self.false_negatives)
        return (precision + recall) / 2.0


class TrueNegativesCounted(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.reshape(y_true, [-1])
        positive = tf.cast(tf.reshape(y_pred, [-1]) > self.threshold, self.dtype)
        right = tf.cast(labels == positive, self.dtype)
        weights = tf.ones_like(right) if sample_weight is None else sample_weight
        self.true_positives.assign_add(tf.reduce_sum(weights * right))
        self.false_positives.assign_add(tf.reduce_sum(weights * (1.0 - right)))
        self.false_negatives.assign_add(tf.reduce_sum(weights * (1.0 - right)))


class EqualIsPositive(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        above = tf.where(y_pred >= self.threshold, 2.0, -1.0)
        super().update_state(y_true, above, sample_weight)


class WeightsIgnored(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class NothingIsNaN(F1Score):
    def result(self):
        precision = self.true_positives / (self.true_positives + self.false_positives)
        recall = self.true_positives / (self.true_positives + self.false_negatives)
        return 2.0 * precision * recall / (precision + recall)


class EveryPair(F1Score):
    def update_state(self, y_true, y_pred, sample_weight=None):
        positive = tf.cast(y_pred > self.threshold, self.dtype)
        weights = 1.0
        if sample_weight is not None:
            weights = tf.reshape(sample_weight, [-1] + [1] * (len(y_pred.shape) - 1))
        self.true_positives.assign_add(tf.reduce_sum(weights * y_true * positive))
        self.false_positives.assign_add(tf.reduce_sum(weights * (1.0 - y_true) * positive))
        self.false_negatives.assign_add(tf.reduce_sum(weights * y_true * (1.0 - positive)))


class CountsInNumPy(F1Score):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(threshold, **kwargs)
        self.counts = [0.0, 0.0, 0.0]

    def update_state(self, y_true, y_pred, sample_weight=None):
        batch = [one.numpy() for one in _counts(self, y_true, y_pred, sample_weight)]
        self.counts = [old + new for old, new in zip(self.counts, batch, strict=True)]

    def result(self):
        right, predicted, actual = self.counts
        return 2.0 * right / (predicted + actual) if predicted + actual else 0.0

    def reset_state(self):
        self.counts = [0.0, 0.0, 0.0]


class NoGetConfig(F1Score):
    def get_config(self):
        return keras.metrics.Metric.get_config(self)


exercise = Exercise(
    F1Score,
    points=3,
    minutes=20,
    difficulty=3,
    importance=4,
    after="StreamingPrecision",
    teaches=["M-11", "M-14", "M-16", "M-18"],
    questions=[
        ask.streaming(
            "F1Score()",
            case(
                y_true=[1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0],
                y_pred=[0.9, 0.8, 0.7, 0.6, 0.2, 0.9, 0.5, 0.1, 0.3],
            ),
            name="small",
            title="Two batches, threshold 0.5",
            sizes=(5,),
        ),
        ask.streaming("F1Score(0.3)", labelled(16, 1), weight=2),
        ask.streaming(
            "F1Score(threshold=0.7)",
            labelled(16, sample_weight=uniform(16, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            weight=2,
        ),
        ask.streaming(
            "F1Score(0.4)",
            *columns(9),
            name="columns",
            title="Shape (n,) with (n, 1)",
            sizes=(5,),
        ),
        ask.metric_in_fit("F1Score(0.4, name='f1')", labels=True, weight=2),
        ask.round_trip(
            "F1Score(0.25, name='f1')",
            "float(it(y_true, y_pred))",
            labelled(12, 1),
            part="metric",
            attributes=["name"],
            weight=2,
        ),
    ],
    hints=[
        "F1 of everything is not the mean of the batches' F1. Which counts are enough to compute "
        "it at the end?",
        "Three sums, made by `add_weight`: true positives, false positives, false negatives. "
        "True negatives play no part.",
        "With label t, positive p and weight w, all flat: TP += Σ w·t·p, FP += Σ w·(1 − t)·p, "
        "FN += Σ w·t·(1 − p). `result` is 2 TP / (2 TP + FP + FN), and 0 for 0 / 0.",
        'self.… = self.add_weight(name=…, initializer="zeros")  # three times\n\n'
        "def update_state(self, y_true, y_pred, sample_weight=None):\n"
        "    positive = tf.cast(… > self.threshold, self.dtype)\n    …\n\n"
        "def result(self):\n    return tf.math.divide_no_nan(…, …)",
    ],
    forbids=["keras.metrics.F1Score", "keras.metrics.FBetaScore"],
    allows=["StreamingPrecision"],
    mistakes=[
        Mistake(
            MeanOfBatches,
            "You average the F1 scores of the batches. Add up the counts of all batches, and "
            "compute F1 once, in `result`.",
        ),
        Mistake(
            HarmonicMeanOfMeans,
            "You average precision and recall over the batches, and take F1 of the means. Both "
            "are ratios themselves: add up the counts that they are made of.",
        ),
        Mistake(
            OrdinaryMean,
            "You take the ordinary mean of precision and recall. F1 is the harmonic one, which "
            "stays close to the worse of the two.",
        ),
        Mistake(
            TrueNegativesCounted,
            "You count right zeros as well, which makes it accuracy. F1 leaves the true negatives "
            "out: which right answers are true positives?",
        ),
        Mistake(
            EqualIsPositive,
            "A prediction equal to the threshold counts as positive with you. Only one greater "
            "than the threshold should.",
        ),
        Mistake(
            WeightsIgnored,
            "`sample_weight` comes in and changes nothing: an example of weight 2 should count "
            "like two examples.",
        ),
        Mistake(
            NothingIsNaN,
            "With nothing counted your divisions are 0 / 0, NaN. The statement says what to give "
            "then; with counts in place of precision and recall there is one division only.",
        ),
        Mistake(
            EveryPair,
            "Labels of shape (n,) against predictions of shape (n, 1) broadcast to (n, n): every "
            "label meets every prediction. Bring both to one shape first.",
        ),
        Mistake(
            CountsInNumPy,
            "Your counts are plain Python numbers: in `fit`, `update_state` becomes part of a "
            "graph, where tensors have no values yet. Keep counts in weights of the metric.",
        ),
        Mistake(
            NoGetConfig,
            "After loading, the default threshold is back: nothing wrote yours down. Which method "
            "tells Keras what the metric was made with?",
        ),
    ],
)
