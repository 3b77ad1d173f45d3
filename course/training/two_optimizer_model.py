"""Two optimizers inside `fit`: a model with a training step of its own.

Source: "Customizing what happens in `fit()` with TensorFlow",
https://keras.io/guides/custom_train_step_in_tensorflow/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.fit import batches
from autograder.questions.weights import give_numbers
from course.training.models import Centred, KeptSmall, adam


class TwoOptimizerModel(keras.Model):
    r"""Sums the outputs of a wide and a deep part; `fit` trains each with its own optimizer.

    The outputs are `wide(x) + deep(x)`. The model is compiled by `compile(wide_optimizer=…,
    deep_optimizer=…, loss=…, metrics=…)`, loss and metrics being whatever Keras' own `compile`
    takes, strings too. Its `train_step` does what `wide_and_deep_step` does, inside `fit`: one
    forward pass in training mode, one loss with all regularisation, both gradients at the same
    point, each optimizer moves the trainable weights of its own part. All else is kept: the history
    of `fit` has, for every epoch, the mean loss of its examples (or batches, as you like) under
    `loss`, and every metric under its name; `evaluate` and `predict` work as with any model. Write
    the step yourself: `keras.optimizers.MultiOptimizer` is no answer here.

    Args:
        wide: A layer or model, moved by `wide_optimizer`.
        deep: A layer or model with outputs of the same shape, moved by `deep_optimizer`.
        **kwargs: What `keras.Model` takes, such as `name`.

    Examples:
        >>> model = TwoOptimizerModel(keras.layers.Dense(1), keras.layers.Dense(1))
        >>> model.compile(wide_optimizer=keras.optimizers.SGD(0.1),
        ...               deep_optimizer=keras.optimizers.Adam(), loss="mse", metrics=["mae"])
        >>> history = model.fit(tf.ones((4, 3)), tf.zeros((4, 1)), epochs=2, verbose=0)
        >>> sorted(history.history), len(history.history["loss"])
        (['loss', 'mae'], 2)
    """

    def __init__(self, wide, deep, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.wide = wide
        self.deep = deep

    def call(self, inputs):
        return self.wide(inputs) + self.deep(inputs)

    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        super().compile(**kwargs)
        self.wide_optimizer = wide_optimizer
        self.deep_optimizer = deep_optimizer

    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        wide, deep = self.wide.trainable_variables, self.deep.trainable_variables
        wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
        self.wide_optimizer.apply(wide_gradients, wide)
        self.deep_optimizer.apply(deep_gradients, deep)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(y)[0])
            else:
                metric.update_state(y, y_pred, sample_weight)
        return self.get_metrics_result()
        ### END SOLUTION


class LossNotTracked(TwoOptimizerModel):
    def train_step(self, data):
        super().train_step(data)
        next(metric for metric in self.metrics if metric.name == "loss").reset_state()
        return self.get_metrics_result()


class LossAlone(TwoOptimizerModel):
    def train_step(self, data):
        # So that what is returned is the loss of this batch.
        next(metric for metric in self.metrics if metric.name == "loss").reset_state()
        return {"loss": super().train_step(data)["loss"]}


class RegularisationLeftOut(TwoOptimizerModel):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return super().compute_loss(x, y, y_pred, sample_weight) - tf.add_n([0.0, *self.losses])


class InInferenceMode(TwoOptimizerModel):
    def __call__(self, inputs, training=None):
        return super().__call__(inputs, training=False)


class OneAfterTheOther(TwoOptimizerModel):
    def train_step(self, data):
        x, y = data
        for part, optimizer in [(self.deep, self.deep_optimizer), (self.wide, self.wide_optimizer)]:
            with tf.GradientTape() as tape:
                y_pred = self(x, training=True)
                loss = self.compute_loss(x, y, y_pred)
            weights = part.trainable_variables
            optimizer.apply(tape.gradient(loss, weights), weights)
        for metric in self.metrics:
            metric.update_state(*([loss] if metric.name == "loss" else [y, y_pred]))
        return self.get_metrics_result()


class OptimizersExchanged(TwoOptimizerModel):
    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        super().compile(deep_optimizer, wide_optimizer, **kwargs)


class OneOptimizerForAll(TwoOptimizerModel):
    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        keras.Model.compile(self, wide_optimizer, **kwargs)

    def train_step(self, data):
        return keras.Model.train_step(self, data)


def _numbers(setting):
    """Two batches of eight, one after the other: inputs (16, 3), targets (16, 1)."""
    rng = np.random.default_rng([setting.seed, 16])
    x, y = rng.normal(size=(16, 3)), rng.normal(size=(16, 1)) + 1.0
    return [one.astype("float32").astype(setting.precision) for one in (x, y)]


def _made(candidate, setting, between=(), **settings):
    """Both parts with the numbers of the seed, and the model that the candidate makes of them."""
    hidden = keras.layers.Dense(4, "tanh", **settings)
    wide = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, **settings)])
    deep = keras.Sequential([keras.Input((3,)), hidden, *between, keras.layers.Dense(1)])
    for seed, part in enumerate([wide, deep]):
        give_numbers(part, setting.seed + 100 * seed)
    return candidate(wide, deep), {"wide": wide, "deep": deep}


def _fitted(model, parts, setting):
    """What two epochs of `fit` tell, and the weights of both parts afterwards."""
    history = model.fit(batches(*_numbers(setting)), epochs=2, shuffle=False, verbose=0).history
    found = {
        f"history[{name!r}]": [float(one) for one in values] for name, values in history.items()
    }
    for name, part in parts.items():
        for place, weight in enumerate(part.weights, 1):
            label = f"weight {place} of the {name} part, {weight.name}, after fit"
            found[label] = tf.convert_to_tensor(weight.value)
    return found


def plain_fit(candidate, setting):
    """Two optimizers that differ in kind, a loss and a metric by name."""
    model, parts = _made(candidate, setting)
    model.compile(
        wide_optimizer=keras.optimizers.SGD(0.3), deep_optimizer=adam(), loss="mse", metrics=["mae"]
    )
    return _fitted(model, parts, setting)


def fit_with_everything(candidate, setting):
    """Regularisation of both kinds, a layer that works otherwise in training, a frozen one."""
    still = keras.layers.Dense(3, "tanh", trainable=False)
    penalty = keras.regularizers.L2(0.1)
    between = [Centred(), still, KeptSmall()]
    model, parts = _made(candidate, setting, between, kernel_regularizer=penalty)
    model.compile(
        wide_optimizer=keras.optimizers.SGD(0.1),
        deep_optimizer=keras.optimizers.SGD(0.4),
        loss=keras.losses.MeanSquaredError(),
        metrics=[
            keras.metrics.MeanAbsoluteError(),
            keras.metrics.RootMeanSquaredError(name="root"),
        ],
    )
    return _fitted(model, parts, setting)


def without_fit(candidate, setting):
    """What a model gives that was compiled only."""
    model, _ = _made(candidate, setting, [Centred()], kernel_regularizer=keras.regularizers.L2(0.1))
    x, y = _numbers(setting)
    model.compile(
        wide_optimizer=keras.optimizers.SGD(0.1),
        deep_optimizer=keras.optimizers.SGD(0.1),
        loss="mse",
        metrics=["mae"],
    )
    found = {"predict_on_batch(x)": model.predict_on_batch(x)}
    told = model.evaluate(batches(x, y), return_dict=True, verbose=0)
    return {**found, **{f"{name!r} in evaluate(x, y)": float(one) for name, one in told.items()}}


exercise = Exercise(
    TwoOptimizerModel,
    points=5,
    minutes=30,
    difficulty=5,
    importance=3,
    after="wide_and_deep_step",
    teaches=["R-18", "R-19"],
    questions=[
        ask.behaviour(
            plain_fit, name="in fit", title="History and weights of fit", products=True, weight=2
        ),
        ask.behaviour(
            fit_with_everything,
            name="everything",
            title="With regularisation, training mode, a frozen layer and two metrics",
            products=True,
            weight=2,
        ),
        ask.behaviour(without_fit, name="evaluate", title="In evaluate and predict", products=True),
    ],
    hints=[
        "Four methods: the parts are kept in `__init__`, added in `call`; `compile` keeps the "
        "optimizers, and `train_step(self, data)` uses them.",
        "`compile` hands loss and metrics on to the parent's `compile`. In `train_step`, `data` is "
        "what the dataset gives: x and y. Then comes your `wide_and_deep_step`, with `self` as the "
        "model.",
        "`self.compute_loss(x, y, y_pred)` is the compiled loss plus all regularisation. "
        "`self.metrics` holds a metric named `loss`, which wants the loss, and the compiled ones, "
        "which want y and y_pred. `self.get_metrics_result()` is what `train_step` returns.",
        "def compile(self, wide_optimizer, deep_optimizer, **kwargs):\n    super().compile(…)\n"
        "    …\n\ndef train_step(self, data):\n    x, y = data\n    with tf.GradientTape() as tape:\n"
        "        …\n    …\n    for metric in self.metrics:\n        …\n    return …",
    ],
    forbids=(
        # Older Keras has none.
        ["keras.optimizers.MultiOptimizer"] if hasattr(keras.optimizers, "MultiOptimizer") else []
    ),
    mistakes=[
        Mistake(
            LossNotTracked,
            "The model trains, and its history says that the loss is 0: nobody told the metric "
            "named `loss` among `self.metrics`. A `train_step` of your own must update it too.",
        ),
        Mistake(
            LossAlone,
            "Your `train_step` returns the loss of its batch and no more, so that the history lacks "
            "the compiled metrics, and shows each epoch's last loss for its mean. Update all of "
            "`self.metrics`, and return all their results.",
        ),
        Mistake(
            RegularisationLeftOut,
            "Regularisation has no effect: your loss compares y and y_pred only. Which method of "
            "the model computes the compiled loss with all that `self.losses` holds?",
        ),
        Mistake(
            InInferenceMode,
            "In your `train_step` the model is called in inference mode: `self(x)` doesn't know "
            "that this is training.",
        ),
        Mistake(
            OneAfterTheOther,
            "One part's gradients are taken when the other part has already moved. One forward "
            "pass, both gradients, then both updates.",
        ),
        Mistake(
            OptimizersExchanged,
            "Each optimizer moves the other one's part. Look at the order in which you hand them on.",
        ),
        Mistake(
            OneOptimizerForAll,
            "One optimizer moves all weights, the other does nothing: that is Keras' own training "
            "step. Write `train_step`, with an update for each part.",
        ),
    ],
)
