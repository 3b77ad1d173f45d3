"""A streaming metric for densities: how well does the predicted mixture fit, example by example?

Source: the contract of `keras.metrics.Metric`, https://keras.io/api/metrics/base_metric/; C. M.
Bishop, "Mixture Density Networks", 1994, for the density.
"""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform
from course.losses.mixture_nll import mixture_nll


class NegativeLogLikelihood(keras.metrics.Metric):
    r"""Computes the (weighted) mean of the mixture's negative log-likelihood over all examples.

    `y_pred`, float32 of shape (n, 3k), holds the logits, the means and the log-scales of k normal
    distributions side by side, for any k; `y_true`, float32, has shape (n,) or (n, 1). With
    $l_i$ the negative log-density of example i (your `mixture_nll`) and $w_i$ its weight, 1 where
    no weights come, the result is $\sum_i w_i l_i \,/\, \sum_i w_i$ over all batches together.

    `update_state(y_true, y_pred, sample_weight=None)` takes weights of shape (n,). A batch may be
    empty. `result()` is a scalar, and 0 as long as nothing was counted; `reset_state()` starts
    again. It works in `compile`, `fit` and `evaluate`, and its name survives saving. Keep the state
    in weights of the metric.

    The cell below begins with the course's `mixture_nll`. To use your own, which 8.3 wrote into
    this notebook, delete that line.

    Args:
        name: What the metric is called in reports.
        **kwargs: What `keras.metrics.Metric` takes besides, such as `dtype`.

    Examples:
        >>> metric = NegativeLogLikelihood()
        >>> y_pred = tf.constant([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0]])  # one component
        >>> metric.update_state(tf.constant([0.0, 3.0]), y_pred)
        >>> round(float(metric.result()), 4)
        1.9189
    """

    def __init__(self, name="nll", **kwargs):
        ### BEGIN SOLUTION
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        logits, means, log_scales = tf.split(y_pred, 3, axis=-1)  # (n, k) each
        losses = mixture_nll(tf.reshape(y_true, [-1]), logits, means, log_scales)  # (n,)
        weights = tf.ones_like(losses)
        if sample_weight is not None:
            weights = tf.cast(tf.reshape(sample_weight, [-1]), losses.dtype)
        self.total.assign_add(tf.reduce_sum(weights * losses))
        self.count.assign_add(tf.reduce_sum(weights))

    def result(self):
        return tf.math.divide_no_nan(self.total.value, self.count.value)
        ### END SOLUTION


def _losses(y_true, y_pred):
    return mixture_nll(tf.reshape(y_true, [-1]), *tf.split(y_pred, 3, axis=-1))


class MeanOfBatches(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        losses = _losses(y_true, y_pred)
        weights = tf.ones_like(losses) if sample_weight is None else sample_weight
        self.total.assign_add(
            tf.math.divide_no_nan(tf.reduce_sum(weights * losses), tf.reduce_sum(weights))
        )
        self.count.assign_add(1.0)


class DividedByCount(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        losses = _losses(y_true, y_pred)
        self.count.assign_add(tf.cast(tf.size(losses), self.dtype))
        self.total.assign_add(
            tf.reduce_sum(losses if sample_weight is None else losses * sample_weight)
        )


class WeightsIgnored(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, y_pred)


class EveryPair(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        logits, means, log_scales = tf.split(y_pred, 3, axis=-1)
        losses = mixture_nll(y_true, logits, means, log_scales)
        weights = tf.ones_like(losses)
        if sample_weight is not None:
            weights = weights * sample_weight
        self.total.assign_add(tf.reduce_sum(weights * losses))
        self.count.assign_add(tf.reduce_sum(weights))


class AlwaysTwoComponents(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        parts = [y_pred[:, :2], y_pred[:, 2:4], y_pred[:, 4:6]]
        super().update_state(y_true, tf.concat(parts, axis=-1), sample_weight)


class ColumnsInTurns(NegativeLogLikelihood):
    def update_state(self, y_true, y_pred, sample_weight=None):
        parts = [y_pred[:, i::3] for i in range(3)]
        super().update_state(y_true, tf.concat(parts, axis=-1), sample_weight)


class UntrackedState(NegativeLogLikelihood):
    def __init__(self, name="nll", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = tf.Variable(0.0)
        self.count = tf.Variable(0.0)

    def result(self):
        return tf.math.divide_no_nan(self.total, self.count)


class NameDropped(NegativeLogLikelihood):
    def __init__(self, name="nll", **kwargs):
        super().__init__()


def mixtures(*shape, k=2, **more):
    """Targets of that shape and parameters of k components side by side."""
    parameters = uniform(shape[0], 3 * k, low=-1.5, high=1.5)
    return case(y_true=normal(*shape, scale=2.0), y_pred=parameters, **more)


def in_fit(candidate, setting):
    """What a model reports that stands still, and what it reports once it was saved and loaded."""
    rng = np.random.default_rng([setting.seed, 8])
    x, y, w = rng.normal(size=(20, 6)), rng.normal(size=(20, 1)), rng.uniform(0.5, 3.0, 20)
    data = tf.data.Dataset.from_tensor_slices(
        tuple(one.astype("float32").astype(setting.precision) for one in (x, y, w))
    ).batch(8)
    metrics = {"metrics": [candidate(name="plain")], "weighted_metrics": [candidate(name="fair")]}
    inputs = keras.Input((6,))
    model = keras.Model(inputs, keras.layers.Identity()(inputs))
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.0), **metrics)
    history = model.fit(data, epochs=2, verbose=0).history
    for name in ("plain", "fair"):
        told = history.get(name) or ["nothing of that name", "nothing of that name"]
        for epoch, value in enumerate(told, 1):
            yield f"“{name}” in epoch {epoch} of fit", value
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.keras")
        model.save(path)
        known = {candidate.__name__: candidate}
        loaded = keras.models.load_model(path, custom_objects=known)
    told = loaded.evaluate(data, return_dict=True, verbose=0)
    for name in ("plain", "fair"):
        yield f"“{name}” of the loaded model", told.get(name, "nothing of that name")


exercise = Exercise(
    NegativeLogLikelihood,
    points=3,
    minutes=15,
    difficulty=3,
    importance=3,
    after=["mixture_nll", "WeightedMSE", "MixtureRegressor"],
    questions=[
        ask.streaming(
            "NegativeLogLikelihood()", mixtures(16), mixtures(9, 1, k=3), sizes=(5, 3), weight=2
        ),
        ask.streaming(
            "NegativeLogLikelihood()",
            mixtures(12, k=1, sample_weight=uniform(12, low=0.25, high=3.0)),
            mixtures(12, 1, sample_weight=uniform(12, low=0.25, high=3.0)),
            name="sample weights",
            title="With sample weights",
            sizes=(7,),
        ),
        ask.behaviour(
            lambda candidate, setting: dict(in_fit(candidate, setting)),
            name="in fit",
            title="In compile and fit, saved and loaded",
            scale=10.0,
        ),
    ],
    hints=[
        "A mean over all batches is a ratio. Which two sums does it need?",
        "`tf.split` cuts `y_pred` into its three thirds, whatever k is. Your `mixture_nll` then "
        "gives one value per example, and wants the targets as (n,).",
        "total += Σ w · l, count += Σ w, with w = 1 where no weights come; "
        "`tf.math.divide_no_nan` gives 0 for 0 / 0.",
        "def update_state(self, y_true, y_pred, sample_weight=None):\n    logits, … = tf.split(…)\n"
        "    losses = mixture_nll(tf.reshape(…), …)\n    weights = …\n    self.….assign_add(…)\n"
        "    self.….assign_add(…)",
    ],
    allows=["mixture_nll", "MyDense"],
    mistakes=[
        Mistake(
            MeanOfBatches,
            "You average the means of the batches, so that an example in a small batch counts "
            "more. Keep the two sums, and divide once, in `result`.",
        ),
        Mistake(
            DividedByCount,
            "You divide the weighted sum by the number of examples. An example of weight 2 counts "
            "like two: above the line and below it.",
        ),
        Mistake(
            WeightsIgnored,
            "`sample_weight` comes in and changes nothing: an example of weight 2 should count "
            "like two examples.",
        ),
        Mistake(
            EveryPair,
            "Right for targets of shape (n,). A column (n, 1) meets every row of the parameters in "
            "`mixture_nll`. Flatten the targets first.",
        ),
        Mistake(
            AlwaysTwoComponents,
            "You cut `y_pred` as if there were always two components. Its width tells how many "
            "there are.",
        ),
        Mistake(
            ColumnsInTurns,
            "You take every third column. All logits come first, then all means, then all "
            "log-scales: three blocks.",
        ),
        Mistake(
            UntrackedState,
            "A `tf.Variable` is not tracked by Keras: `reset_state` leaves it alone, and every "
            "epoch goes on counting. Make the state with `self.add_weight`.",
        ),
        Mistake(
            NameDropped,
            "What is passed as `name` gets lost: hand it on to the parent.",
        ),
    ],
)
