"""A regressor that must also reconstruct its inputs: a loss and a metric from inside the model.

Source: the contracts of `keras.Model` and of `add_loss`, https://keras.io/api/models/model/ and
https://keras.io/api/losses/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.weights import give_numbers, plain_shape


class ReconstructingRegressor(keras.Model):
    r"""Predicts from five hidden layers, and is trained to reconstruct its inputs from the last.

    Inputs $x$ (batch, features), float32, pass five Dense layers of 30 units, each with an
    activation of your choice. From the last of them come the outputs (batch, output_dim), by a
    Dense layer without activation, and a reconstruction $\hat x$ (batch, features), by another
    Dense layer without activation. The reconstruction error is the mean of $(x - \hat x)^2$ over
    all the batch's numbers. In training, `reconstruction_weight` times that error joins the loss
    by `add_loss`, and the metric `reconstruction_error` shows the error itself, unweighted, in the
    history of `fit`. `call` returns the outputs alone. The model takes inputs of any width, and
    survives saving whole to a `.keras` file and loading, its weights and settings included.

    Args:
        output_dim: How many numbers are predicted for each example.
        reconstruction_weight: How much the reconstruction error counts in the loss.
        **kwargs: What `keras.Model` takes, such as `name`.

    Examples:
        >>> model = ReconstructingRegressor(2)
        >>> model(tf.ones((4, 3)), training=True).shape
        TensorShape([4, 2])
        >>> len(model.losses)
        1
    """

    def __init__(self, output_dim, reconstruction_weight=0.05, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.output_dim = output_dim
        self.reconstruction_weight = reconstruction_weight
        self.hidden = [keras.layers.Dense(30, activation="selu") for _ in range(5)]
        self.outputs_layer = keras.layers.Dense(output_dim)
        self.error = keras.metrics.Mean(name="reconstruction_error")

    def build(self, input_shape):
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        self.hidden[0].build(input_shape)
        for layer in [*self.hidden[1:], self.reconstruct, self.outputs_layer]:
            layer.build((None, 30))

    def call(self, inputs):
        z = inputs
        for layer in self.hidden:
            z = layer(z)
        error = tf.reduce_mean(tf.square(inputs - self.reconstruct(z)))
        self.add_loss(self.reconstruction_weight * error)
        self.error.update_state(error)
        return self.outputs_layer(z)

    def get_config(self):
        return {
            **super().get_config(),
            "output_dim": self.output_dim,
            "reconstruction_weight": self.reconstruction_weight,
        }
        ### END SOLUTION


class NoAddLoss(ReconstructingRegressor):
    def add_loss(self, loss):
        pass


class ErrorUnweighted(ReconstructingRegressor):
    def add_loss(self, loss):
        super().add_loss(loss / self.reconstruction_weight)


class DefaultOfElevenTimesAsMuch(ReconstructingRegressor):
    def __init__(self, output_dim, reconstruction_weight=0.55, **kwargs):
        super().__init__(output_dim, reconstruction_weight, **kwargs)


class MetricShowsTheWeightedError(ReconstructingRegressor):
    def call(self, inputs):
        z = inputs
        for layer in self.hidden:
            z = layer(z)
        error = tf.reduce_mean(tf.square(inputs - self.reconstruct(z)))
        self.add_loss(self.reconstruction_weight * error)
        self.error.update_state(self.reconstruction_weight * error)
        return self.outputs_layer(z)


class NoMetric(ReconstructingRegressor):
    @property
    def metrics(self):
        return [one for one in super().metrics if one.name != "reconstruction_error"]


class BothReturned(ReconstructingRegressor):
    def call(self, inputs):
        outputs = super().call(inputs)
        return outputs, inputs


class ReconstructedFromTheFirst(ReconstructingRegressor):
    def call(self, inputs):
        first = z = self.hidden[0](inputs)
        for layer in self.hidden[1:]:
            z = layer(z)
        error = tf.reduce_mean(tf.square(inputs - self.reconstruct(first)))
        self.add_loss(self.reconstruction_weight * error)
        self.error.update_state(error)
        return self.outputs_layer(z)


class ReconstructMadeInCall(ReconstructingRegressor):
    def build(self, input_shape):
        self.hidden[0].build(input_shape)
        for layer in [*self.hidden[1:], self.outputs_layer]:
            layer.build((None, 30))

    def call(self, inputs):
        z = inputs
        for layer in self.hidden:
            z = layer(z)
        error = tf.reduce_mean(tf.square(inputs - keras.layers.Dense(inputs.shape[-1])(z)))
        self.add_loss(self.reconstruction_weight * error)
        self.error.update_state(error)
        return self.outputs_layer(z)


class FourHiddenLayers(ReconstructingRegressor):
    def __init__(self, output_dim, reconstruction_weight=0.05, **kwargs):
        super().__init__(output_dim, reconstruction_weight, **kwargs)
        self.hidden = [keras.layers.Dense(30, activation="selu") for _ in range(4)]


class BuildsOneLayer(ReconstructingRegressor):
    def build(self, input_shape):
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        self.reconstruct.build((None, 30))


class WeightNotInConfig(ReconstructingRegressor):
    def get_config(self):
        return {**keras.Model.get_config(self), "output_dim": self.output_dim}


def _inputs(setting):
    rng = np.random.default_rng([setting.seed, 4])
    x, y = rng.normal(size=(20, 3)), rng.normal(size=(20, 2))
    return x.astype("float32").astype(setting.precision), y.astype(setting.precision)


RECONSTRUCTION = np.array([1.0, -0.5, 2.0])


def _constant(model):
    """Makes a model reconstruct and predict the same numbers whatever comes in."""
    give_numbers(model, 0, 0.3)
    fixed = {(30, 3): 0.0, (3,): RECONSTRUCTION, (30, 2): 0.0, (2,): np.array([0.5, -1.0])}
    for weight in model.trainable_weights:
        if plain_shape(weight) in fixed:
            weight.assign(np.broadcast_to(fixed[plain_shape(weight)], weight.shape))
    return model


def added_losses(candidate, setting):
    """What joins the loss where the reconstruction is known."""
    x, _ = _inputs(setting)
    found = {}
    for weight, arguments in [(0.2, (2, 0.2)), (0.05, (2,))]:
        model = candidate(*arguments)
        model(x[:1])
        outputs = _constant(model)(x, training=True)
        # Keras adds up whatever `add_loss` was given.
        joined = float(sum(np.sum(one) for one in model.losses))
        found[f"what joins the loss, weight {weight}"] = _named(joined, weight, x)
        found[f"what joins the loss, weight {weight}, as a number"] = joined
    return {**found, "what a call returns": outputs[:4]}


def _named(joined, weight, x):
    """The number in words, where it is one that is often seen."""
    squares = np.square(x - RECONSTRUCTION)
    mean = np.mean(squares)
    errors = {
        "the mean of the squares": mean,
        "the sum of all squares": np.sum(squares),
        "the mean over the batch of their sums": 3 * mean,
        "the sum over the batch of their means": len(x) * mean,
        "the root of the mean of the squares": np.sqrt(mean),
        "the mean of the absolute errors": np.mean(np.sqrt(squares)),
    }
    factors = {f"{weight:g} times ": weight, "": 1.0, f"{weight:g}² times ": weight**2}
    known = {
        factor + text: times * error
        for factor, times in factors.items()
        for text, error in errors.items()
    }
    for times in (weight / 2, 2 * weight, 0.05, 0.55):
        known.setdefault(f"{times:g} times the mean of the squares", times * mean)
    near = (text for text, size in known.items() if abs(joined - size) < 5e-3 * abs(joined))
    return next(near, joined)


def wiring(candidate, setting):
    """Which kernels the added loss trains, and whether the hidden layers stand in a row."""
    x, _ = _inputs(setting)
    model = candidate(2)
    model(x[:1])
    give_numbers(model, setting.seed, 0.4)
    kernels = [one for one in model.trainable_weights if len(plain_shape(one)) == 2]
    with tf.GradientTape(persistent=True) as tape:
        outputs = tf.reduce_sum(tf.square(model(x, training=True)))
        added = tf.add_n([tf.reduce_sum(one) for one in model.losses] or [0.0 * outputs])

    def reached(value):
        found = tape.gradient(value, [one.value for one in kernels])
        shapes = [
            str(tuple(kernel.shape))
            for kernel, one in zip(kernels, found, strict=True)
            if one is not None and bool(tf.reduce_any(one != 0))
        ]
        return ", ".join(sorted(shapes))

    found = {
        "kernels that the outputs depend on": reached(outputs),
        "kernels that the added loss trains": reached(added),
    }

    def spread():
        given = np.array(model(x[:4]))
        return np.max(np.abs(given - given[0]))

    most, cut = spread(), 0
    for kernel in kernels:
        before = kernel.numpy()
        kernel.assign(np.zeros(kernel.shape))
        cut += int(spread() < 1e-2 * most)
        kernel.assign(before)
    return {**found, "kernels without which all examples get the same outputs": cut}


def history(candidate, setting):
    """What `fit` reports, twice, of a model that stands still while its data change."""
    x, y = _inputs(setting)
    model = candidate(2, 0.2)
    model(x[:1])
    _constant(model).compile(loss="mse", optimizer=keras.optimizers.SGD(0.0))
    told = {}
    for text, inputs in [("fit", x), ("a later fit on other data", 2 * x)]:
        history = model.fit(inputs, y, batch_size=10, shuffle=False, verbose=0).history
        error = history.get("reconstruction_error", ["missing"])[0]
        told[f"loss in {text}"] = float(history["loss"][0])
        told[f"reconstruction_error in {text}"] = _shown(error, inputs)
    return told


def _shown(error, x):
    """What the metric shows; in words, where it is not the mean but often seen."""
    first, last = np.mean(np.square(x - RECONSTRUCTION).reshape(2, -1), axis=1)
    known = {
        "the mean over the batches": (first + last) / 2,
        "the sum over the batches": first + last,
        "the last batch alone": last,
    }
    for text, size in known.items() if error != "missing" else ():
        if abs(error - size) < 5e-3 * size:
            return float(error) if text == "the mean over the batches" else text
    return error


exercise = Exercise(
    ReconstructingRegressor,
    points=5,
    minutes=35,
    difficulty=5,
    importance=3,
    after="ResidualRegressor",
    teaches=["Y-22", "Y-23", "Y-24"],
    questions=[
        ask.layer(
            "ReconstructingRegressor(2)",
            case(x=normal(4, 3)),
            numbers=False,
            lazy=False,
            needs="add_loss",
            title="Its outputs, its weights, symbolic calls and graphs",
        ),
        ask.layer(
            "ReconstructingRegressor(output_dim=1)",
            case(x=normal(2, 7)),
            numbers=False,
            lazy=False,
            needs="add_loss",
            name="another width",
            title="Seven inputs, one output",
        ),
        ask.behaviour(
            wiring, name="wiring", title="Both from the last of five in a row", needs="add_loss"
        ),
        ask.behaviour(added_losses, name="add_loss", title="Weight times error is added", weight=2),
        ask.behaviour(history, name="in fit", title="Loss and metric in fit", weight=3),
        ask.model_round_trip(
            "ReconstructingRegressor(2, reconstruction_weight=0.5)",
            case(x=normal(8, 3), y=normal(8, 2)),
            weight=2,
            needs="add_loss",
        ),
        ask.values(
            "ReconstructingRegressor(2, name='mine').name",
            name="name",
            title="Hands on what keras.Model takes",
            weight=0.5,
            needs="add_loss",
        ),
    ],
    hints=[
        "How wide is the layer that reconstructs? As wide as the inputs: that is known in "
        "`build(self, input_shape)`, not in `__init__`.",
        "In `call`: through the hidden layers, reconstruct, mean squared error; then `add_loss` "
        "with the weighted error, and return the outputs only.",
        'A metric made in `__init__`, `keras.metrics.Mean(name="reconstruction_error")`, is '
        "updated in `call` with the plain error. Build *every* layer in `build`: what is not "
        "built there has no weights yet when a file is loaded.",
        "error = tf.reduce_mean(tf.square(inputs - …))\nself.add_loss(… * error)\n"
        "self.….update_state(error)\nreturn …",
    ],
    mistakes=[
        Mistake(
            NoAddLoss,
            "The error never joins the loss: `model.losses` is empty. Tell the model about it with "
            "`self.add_loss(…)`, in `call`.",
        ),
        Mistake(
            ErrorUnweighted,
            "The error joins the loss at full size. Multiply it by `reconstruction_weight` first.",
        ),
        Mistake(
            DefaultOfElevenTimesAsMuch,
            "Where no weight is given, the error counts eleven times too much: did 0.55 take the "
            "place of 0.05?",
        ),
        Mistake(
            MetricShowsTheWeightedError,
            "The metric shows the weighted error. It is there for readers: give it the error "
            "itself.",
        ),
        Mistake(
            NoMetric,
            "There is no `reconstruction_error` in the history. Make a `keras.metrics.Mean` of "
            "that name in `__init__`, and update it in `call`.",
        ),
        Mistake(
            BothReturned,
            "More than the outputs comes back, so the loss of `compile` has nothing to compare "
            "with the rest. Return the outputs alone.",
        ),
        Mistake(
            ReconstructedFromTheFirst,
            "The inputs are reconstructed from the first hidden layer, so the others learn nothing "
            "from it. Take the last one.",
        ),
        Mistake(
            ReconstructMadeInCall,
            "The layer that reconstructs is made in `call`, so there is a new one, with new random "
            "weights, at every call, and the model tracks none of them. Which method is told the "
            "inputs' width, and runs once?",
        ),
        Mistake(FourHiddenLayers, "There are four hidden layers; five are asked for."),
        Mistake(
            BuildsOneLayer,
            "The loaded model predicts something else. What your `build` doesn't build has no weights "
            "yet when they are loaded, and nobody complains. Build every layer there: the hidden "
            "ones, and both at the end.",
        ),
        Mistake(
            WeightNotInConfig,
            "After loading, the reconstruction counts by the default weight again: the config lacks "
            "`reconstruction_weight`.",
        ),
    ],
)
