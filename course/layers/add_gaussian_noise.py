"""Noise in training, none in use: the `training` argument.

Source: C. M. Bishop, "Training with Noise is Equivalent to Tikhonov Regularization", 1995.
"""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


class AddGaussianNoise(keras.layers.Layer):
    r"""Adds normal noise to its inputs in training, and leaves them alone otherwise.

    With `training=True`, as in `fit`, the outputs are $x + \sigma \varepsilon$, where
    $\varepsilon$ holds a standard normal number for every element of $x$: independent of all the
    others, and drawn anew at every call, also inside one traced graph. With `training=False`, as
    in `evaluate` and `predict`, and without that argument, the inputs come back as they are. The
    inputs are float32 tensors of any rank, the batch's size may be unknown when the graph is
    traced, and the outputs have the inputs' shape and dtype. The layer has no weights that train,
    and $\sigma$ survives saving and loading. `keras.layers.GaussianNoise` is no answer here.

    Args:
        stddev: The noise's standard deviation $\sigma$, a float greater than 0.
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> layer = AddGaussianNoise(0.5)
        >>> layer(tf.constant([1.0, 2.0])).numpy()
        array([1., 2.], dtype=float32)
        >>> noisy = layer(tf.zeros((100, 100)), training=True)
        >>> round(float(tf.math.reduce_std(noisy)), 1)
        0.5
    """

    def __init__(self, stddev, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs, training=False):
        if not training:
            return inputs
        noise = tf.random.normal(tf.shape(inputs), stddev=self.stddev, dtype=inputs.dtype)
        return inputs + noise

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
        ### END SOLUTION


class NoiseAlways(AddGaussianNoise):
    def call(self, inputs, training=False):
        return super().call(inputs, training=True)


class NoiseInUseOnly(AddGaussianNoise):
    def call(self, inputs, training=False):
        return super().call(inputs, training=not training)


class TrainingByDefault(AddGaussianNoise):
    def call(self, inputs, training=True):
        return super().call(inputs, training=training is None or training)


class NumpyNoise(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + np.random.normal(scale=self.stddev, size=inputs.shape)


class FrozenInTheGraph(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        seed = np.random.randint(1_000_000, size=2)
        noise = tf.random.stateless_normal(tf.shape(inputs), seed=seed, dtype=inputs.dtype)
        return inputs + self.stddev * noise


class OneRowForAll(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + tf.random.normal(inputs.shape[1:], stddev=self.stddev, dtype=inputs.dtype)


class OneNumberForAll(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + tf.random.normal([], stddev=self.stddev, dtype=inputs.dtype)


class FixedSeed(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + self.stddev * tf.random.stateless_normal(
            tf.shape(inputs), seed=(1, 2), dtype=inputs.dtype
        )


class VarianceForDeviation(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        spread = self.stddev**0.5
        return inputs + tf.random.normal(tf.shape(inputs), stddev=spread, dtype=inputs.dtype)


class TimesNoise(AddGaussianNoise):
    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs * (
            1.0 + tf.random.normal(tf.shape(inputs), stddev=self.stddev, dtype=inputs.dtype)
        )


class ConfigWithoutStddev(AddGaussianNoise):
    def get_config(self):
        return keras.layers.Layer.get_config(self)


def _x(setting, *shape):
    return tf.reshape(tf.range(np.prod(shape), dtype=setting.precision), shape) / 8.0


def every_element(candidate, setting):
    """Whether slices of the noise are alike, along each axis, and whether two calls are."""
    layer = candidate(2.0)
    for shape in ((6, 5), (7,), (3, 4, 2)):
        x = _x(setting, *shape)
        noisy = layer(x, training=True)
        noise = np.asarray(noisy - x)
        yield f"layer(x, training=True), x of shape {shape}: its shape", str(tuple(noisy.shape))
        yield f"layer(x, training=True), x of shape {shape}: has x's dtype", noisy.dtype == x.dtype
        for axis in range(len(shape)):
            one, other = np.take(noise, 0, axis), np.take(noise, 1, axis)
            alike = bool(np.allclose(one, other, atol=1e-3))
            yield f"x of shape {shape}: the noise at positions 0 and 1 of axis {axis} is alike", alike  # fmt: skip
        again = np.asarray(layer(x, training=True) - x)
        yield f"x of shape {shape}: two calls give the same noise", bool(np.allclose(noise, again))


def in_a_graph(candidate, setting):
    """Two calls of one traced function, for batches of unknown size."""
    layer = candidate(2.0)
    options = {"input_signature": [tf.TensorSpec((None, 5), setting.precision)], "autograph": False}
    training = tf.function(lambda x: layer(x, training=True), **options)
    use = tf.function(lambda x: layer(x), **options)
    x = _x(setting, 6, 5)
    first, second = training(x), training(x)
    yield "in training: x comes back", bool(np.allclose(first, x))
    yield "in training: two calls of one graph give the same", bool(np.allclose(first, second))
    noise = np.asarray(first - x)
    yield "in training: two examples have the same noise", bool(np.allclose(noise[0], noise[1], atol=1e-3))  # fmt: skip
    yield "in training: shape for a batch of 3", str(tuple(training(x[:3]).shape))
    yield "in use", use(x)


def in_a_model(candidate, setting):
    """What fit, evaluate and predict make of the layer: its noise is all the loss there is."""
    x = np.random.default_rng(setting.seed).normal(size=(96, 50)).astype(setting.precision)
    model = keras.Sequential([keras.Input((50,)), candidate(2.0)])
    model.compile(loss="mean_squared_error", optimizer="sgd")
    losses = model.fit(x, x, batch_size=40, epochs=2, verbose=0).history["loss"]
    yield "loss of x against x in fit, as a deviation", _about(losses[0] ** 0.5)
    yield "the same loss in every epoch of fit", losses[0] == losses[1]
    loss = model.evaluate(x, x, batch_size=40, verbose=0)
    yield "loss of x against x in evaluate", "0" if loss < 1e-9 else "more than 0"
    yield "predict gives x back", bool(np.allclose(model.predict_on_batch(x[:5]), x[:5]))


def saved(candidate, setting):
    """The spread of the noise after a config and after a file."""
    layer = candidate(3.0, name="noise")
    x = tf.zeros((100, 100), setting.precision)
    copy = type(layer).from_config(layer.get_config())
    yield "from_config(get_config()): deviation of its noise", _spread(copy, x)
    yield "from_config(get_config()): name", copy.name
    model = keras.Sequential([keras.Input((100,)), layer])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        loaded = keras.models.load_model(path, custom_objects={candidate.__name__: candidate})
    yield "saved to .keras and loaded: deviation of its noise", _spread(loaded.layers[-1], x)
    yield "saved to .keras and loaded: name", loaded.layers[-1].name


def _spread(layer, x):
    return _about(float(np.std(np.asarray(layer(x, training=True)))))


def _about(number):
    """The number to the nearest half, in words: chance plays no part in that."""
    return f"about {round(2 * number) / 2:g}"


def _scene(steps, **fields):
    return ask.behaviour(lambda candidate, setting: dict(steps(candidate, setting)), **fields)


def _numbers(stddev, shape):
    """The noise on inputs that are not zero, as an expression."""
    x = f"tf.fill({shape}, 4.0)"
    return f"tf.cast(AddGaussianNoise({stddev})({x}, training=True), 'float32') - 4.0"


exercise = Exercise(
    AddGaussianNoise,
    points=2,
    minutes=12,
    difficulty=3,
    importance=4,
    after="MyDense",
    teaches=["Y-13"],
    questions=[
        ask.layer(
            "AddGaussianNoise(0.5)",
            case(x=normal(4, 3)),
            case(x=normal(5)),
            case(x=normal(2, 3, 4)),
            name="in use",
            title="Without training, x comes back",
            products=False,
        ),
        ask.values(
            "AddGaussianNoise(0.5)(x, training=False)",
            case(x=normal(4, 3)),
            name="training=False",
            title="With training=False, x comes back",
            weight=0.5,
        ),
        _scene(
            every_element,
            name="every element",
            title="Noise of its own for every element",
            needs="statistics",
        ),
        # Another instance may well begin with the same numbers: its seed is its own affair.
        ask.statistics(
            _numbers("eighths / 8", "(rows, 300)"),
            mean=0.0,
            deviation="eighths / 8",
            draws={"eighths": (2, 12), "rows": (150, 250)},
            fresh=False,
        ),
        ask.statistics(
            _numbers("stddev=eighths / 8", "(40, rows, 20)"),
            mean=0.0,
            deviation="eighths / 8",
            draws={"eighths": (13, 24), "rows": (40, 60)},
            fresh=False,
            name="another stddev",
            title="Mean and deviation of another stddev, rank 3",
        ),
        _scene(
            in_a_graph,
            name="graph mode",
            title="New noise at every call of one graph",
            needs="statistics",
        ),
        _scene(
            in_a_model, name="in a model", title="In fit, evaluate and predict", needs="statistics"
        ),
        _scene(saved, name="saving", title="Survives saving and loading", needs="statistics"),
    ],
    hints=[
        "How does a layer know whether it is being trained? Keras tells `call`, if it asks.",
        "`call(self, inputs, training=False)`: give `inputs` back unless `training` is true. "
        "NumPy's random numbers would be drawn once, while the graph is traced.",
        "`tf.random.normal` takes a shape, a standard deviation and a dtype; `tf.shape(inputs)` "
        "is the whole shape, known when the graph runs.",
        "def call(self, inputs, training=False):\n    if …:\n        return inputs\n"
        "    noise = tf.random.normal(tf.shape(…), stddev=…, dtype=…)\n    return …",
    ],
    forbids=["keras.layers.GaussianNoise"],
    mistakes=[
        Mistake(
            NoiseAlways,
            "Your layer adds noise whether it is being trained or not, so predictions are noisy "
            "too. Let `call` take `training`, which Keras passes to it, and look at it.",
        ),
        Mistake(
            NoiseInUseOnly,
            "The two cases are swapped: noise in use, and none in training.",
        ),
        Mistake(
            TrainingByDefault,
            "Without the argument your layer takes it that it is being trained. A plain call, "
            "`layer(x)`, should give x back.",
        ),
        Mistake(
            NumpyNoise,
            "NumPy needs a whole shape, but the batch's size is unknown while a graph is traced; "
            "and it would draw once only. Draw with TensorFlow's operations.",
        ),
        Mistake(
            FrozenInTheGraph,
            "What NumPy draws, a seed too, it draws while the graph is traced, once: every batch "
            "gets the same noise afterwards. Draw with an operation that keeps count by itself.",
        ),
        Mistake(
            OneRowForAll,
            "All examples of a batch get the same noise: yours has the shape of one example. "
            "What is the shape of the whole batch?",
        ),
        Mistake(
            OneNumberForAll,
            "You draw a single number and add it to every element. Noise of which shape would be "
            "independent?",
        ),
        Mistake(
            FixedSeed,
            "With a fixed seed each call draws the same numbers. Fresh noise at every call is what "
            "makes it noise.",
        ),
        Mistake(
            VarianceForDeviation,
            "You take `stddev` for a variance: it is the standard deviation already, which is what "
            "`tf.random.normal` wants.",
        ),
        Mistake(
            TimesNoise,
            "Your noise multiplies the inputs, so large ones get more of it and zeros none. Here "
            "it is added.",
        ),
        Mistake(
            ConfigWithoutStddev,
            "Your `get_config` does not mention `stddev`, so the layer can't be made again. Leave "
            "it out, or let it hold every argument.",
        ),
    ],
)
