r"""Layer normalisation: every example by its own mean and spread, over its features.

Source: J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer Normalization", 2016, arXiv:1607.06450.
"""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.weights import give_numbers


class LayerNorm(keras.layers.Layer):
    r"""Normalises over the last axis, then scales and shifts every feature.

    For each vector $x$ of $d$ features along the last axis, with its mean $\mu$ and its variance
    $v = \frac{1}{d} \sum_j (x_j - \mu)^2$ (divided by $d$, not by $d - 1$), the outputs are
    $y_j = \gamma_j \, (x_j - \mu) / \sqrt{v + \varepsilon} + \beta_j$. Dividing by
    $\sqrt{v} + \varepsilon$ is right too; the questions are put so that both pass.

    $\gamma$, the scale, and $\beta$, the offset, are trainable weights of shape (d,), made at the
    first call; the scale starts with ones, the offset with zeros. The layer takes float32 tensors
    of shape (n, d), (n, m, d) or a higher rank and gives one of that shape, in eager mode, in
    graphs, on a `keras.Input`, in `fit`; an example's result never depends on the other examples.
    Epsilon, name and weights survive saving and loading. Keras' own layers for it
    (`LayerNormalization`, `GroupNormalization`, `BatchNormalization`) and
    `keras.ops.layer_normalization` are no answer here.

    Args:
        epsilon: The $\varepsilon$ that keeps a vector of equal features finite, a float greater
            than 0.
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> layer = LayerNorm()
        >>> layer(tf.constant([[1.0, 2.0, 3.0, 6.0]])).numpy().round(2)
        array([[-1.07, -0.53,  0.  ,  1.6 ]], dtype=float32)
        >>> layer(tf.constant([[7.0, 7.0, 7.0, 7.0]])).numpy().tolist()
        [[0.0, 0.0, 0.0, 0.0]]
    """

    def __init__(self, epsilon=1e-3, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(name="scale", shape=shape, initializer="ones")
        self.offset = self.add_weight(name="offset", shape=shape, initializer="zeros")

    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, axes=[-1], keepdims=True)  # (…, 1)
        normalised = (inputs - mean) / tf.sqrt(variance + self.epsilon)
        return self.scale * normalised + self.offset

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
        ### END SOLUTION


class OverTheBatch(LayerNorm):
    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, axes=[0], keepdims=True)
        return self.scale * (inputs - mean) / tf.sqrt(variance + self.epsilon) + self.offset


class OverAllButTheBatch(LayerNorm):
    def call(self, inputs):
        axes = list(range(1, len(inputs.shape)))
        mean, variance = tf.nn.moments(inputs, axes=axes, keepdims=True)
        return self.scale * (inputs - mean) / tf.sqrt(variance + self.epsilon) + self.offset


class SampleVariance(LayerNorm):
    def call(self, inputs):
        centred = inputs - tf.reduce_mean(inputs, axis=-1, keepdims=True)
        total = tf.reduce_sum(tf.square(centred), axis=-1, keepdims=True)
        variance = total / (inputs.shape[-1] - 1)
        return self.scale * centred / tf.sqrt(variance + self.epsilon) + self.offset


class DividedByVariance(LayerNorm):
    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, axes=[-1], keepdims=True)
        return self.scale * (inputs - mean) / (variance + self.epsilon) + self.offset


class NoEpsilon(LayerNorm):
    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, axes=[-1], keepdims=True)
        return self.scale * (inputs - mean) / tf.sqrt(variance) + self.offset


class EpsilonIgnored(LayerNorm):
    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, axes=[-1], keepdims=True)
        return self.scale * (inputs - mean) / tf.sqrt(variance + 1e-3) + self.offset


class NoScaleAndOffset(LayerNorm):
    def build(self, input_shape):
        self.scale, self.offset = 1.0, 0.0


class OneScaleForAll(LayerNorm):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")
        self.offset = self.add_weight(name="offset", shape=(), initializer="zeros")


class WidthOfAxisOne(LayerNorm):
    def build(self, input_shape):
        super().build(input_shape[:2])


class DefaultInitializer(LayerNorm):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(name="scale", shape=shape)
        self.offset = self.add_weight(name="offset", shape=shape)


class ConfigWithoutEpsilon(LayerNorm):
    def get_config(self):
        return keras.layers.Layer.get_config(self)


def epsilons_part(candidate, setting):
    """A vector of equal features, and one with a variance of 4 and a large epsilon."""
    dtype = setting.precision
    layer = candidate()
    layer(tf.ones((2, 4), dtype))
    give_numbers(layer, setting.seed)
    yield "LayerNorm()(x), every feature being 2: the offset", layer(tf.fill((1, 4), tf.cast(2.0, dtype)))  # fmt: skip
    x = tf.constant([[-2.0, 2.0, -2.0, 2.0]], dtype)
    for epsilon in (10.0, 0.5):
        value = float(candidate(epsilon=epsilon)(x)[0, 1])
        right = [2.0 / (4.0 + epsilon) ** 0.5, 2.0 / (2.0 + epsilon)]
        fits = np.isclose(value, right, rtol=1e-3).any()
        found = f"{right[0]:.4f} or {right[1]:.4f}" if fits else f"{value:.4f}"
        yield f"what LayerNorm({epsilon}) makes of 2, the variance being 4", found


def saved(candidate, setting):
    """Whether copies give what the original gives, with an epsilon that matters."""
    x = tf.constant([[-2.0, 1.0, 3.0], [0.5, 0.0, -1.0]], setting.precision)
    layer = candidate(5.0, name="norm")
    layer(x)
    give_numbers(layer, setting.seed)
    original = np.asarray(layer(x))
    copy = type(layer).from_config(layer.get_config())
    copy(x)
    give_numbers(copy, setting.seed)
    yield "from_config(get_config()) gives what the original gives", _same(copy(x), original)
    yield "its name", copy.name
    model = keras.Sequential([keras.Input((3,)), layer])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        loaded = keras.models.load_model(path, custom_objects={candidate.__name__: candidate})
    yield "saved to .keras and loaded, it gives what the original gives", _same(loaded(x), original)
    yield "its name then", loaded.layers[-1].name


def _same(found, original):
    return bool(np.allclose(np.asarray(found), original, rtol=1e-4, atol=1e-5))


def _scene(steps, **fields):
    return ask.behaviour(lambda candidate, setting: dict(steps(candidate, setting)), **fields)


exercise = Exercise(
    LayerNorm,
    points=3,
    minutes=15,
    difficulty=3,
    importance=4,
    after="MyDense",
    teaches=["Y-01", "Y-06", "Y-08"],
    questions=[
        ask.layer(
            "LayerNorm(1e-6)",
            case(x=normal(4, 6, mean=1.0, scale=3.0)),
            case(x=normal(2, 3, 5, scale=3.0)),
            case(x=normal(1, 7, mean=-2.0, scale=3.0)),
            title="Its weights, and what it computes",
            products=False,
            weight=3,
        ),
        ask.values(
            "LayerNorm()(x)",
            case(x=normal(5, 8, scale=300.0)),
            name="start",
            title="With its first weights: ones and zeros",
        ),
        # Equal features, divided first and subtracted then, are differences of numbers up to 63.
        _scene(epsilons_part, name="epsilon", title="What epsilon does", scale=100.0),
        ask.gradient(
            "LayerNorm(1e-6)(x)", case(x=normal(3, 6, scale=3.0)), with_respect_to="x", weight=0.5
        ),
        ask.in_fit("LayerNorm(1e-7)", part="layer"),
        _scene(
            saved, name="saving", title="Survives saving and loading", weight=1.5, needs="layer"
        ),
    ],
    hints=[
        "Which numbers belong together: one feature of all examples, or all features of one? And "
        "over which axis is that?",
        "`build` makes two weights of shape (d,); `call` computes mean and variance over the last "
        "axis, such that they can be subtracted and divided by.",
        "`tf.nn.moments(inputs, axes=[-1], keepdims=True)` gives mean and variance, each of shape "
        "(…, 1). An initializer is named by `initializer=…`.",
        "def call(self, inputs):\n    mean, variance = …\n"
        "    normalised = (inputs - …) / tf.sqrt(… + …)\n    return … * normalised + …",
    ],
    forbids=[
        "keras.layers.LayerNormalization",
        "keras.layers.BatchNormalization",
        "keras.layers.GroupNormalization",
        "keras.ops.layer_normalization",
    ],
    mistakes=[
        Mistake(
            OverTheBatch,
            "You average over axis 0, the examples: that is batch normalisation, and an example's "
            "result depends on its neighbours. Average over the features of each.",
        ),
        Mistake(
            OverAllButTheBatch,
            "With inputs of rank 3 you average over two axes at once. Each vector along the last "
            "axis stands for itself.",
        ),
        Mistake(
            SampleVariance,
            "You divide the squares by d − 1, as for a sample's variance. Here it is d.",
        ),
        Mistake(
            DividedByVariance,
            "You divide by the variance: the spread of the result is not 1 then. What is the "
            "standard deviation?",
        ),
        Mistake(
            NoEpsilon,
            "Features that are all equal have variance 0, and 0 / 0 is NaN. Where does epsilon "
            "belong?",
        ),
        Mistake(
            EpsilonIgnored,
            "Your formula holds a number of its own in place of `epsilon`, so that the argument "
            "changes nothing.",
        ),
        Mistake(
            NoScaleAndOffset,
            "You normalise, but Keras finds no scale and no offset that it could train: a number "
            "or a `tf.Variable` it does not track. Make both in `build`, with `self.add_weight`.",
        ),
        Mistake(
            OneScaleForAll,
            "Scale and offset are single numbers. Each feature has its own: which shape do they "
            "have?",
        ),
        Mistake(
            WidthOfAxisOne,
            "You take the size of axis 1 for the number of features: right for inputs of rank 2 "
            "only. The features are on the last axis.",
        ),
        Mistake(
            DefaultInitializer,
            "Scale and offset don't start with ones and zeros, which would change nothing at "
            "first. Which argument of `add_weight` says what a weight starts with?",
        ),
        Mistake(
            ConfigWithoutEpsilon,
            "After loading, the default epsilon is back: your `get_config` does not mention it.",
        ),
    ],
)
