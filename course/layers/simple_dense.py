"""A dense layer as Keras layers are written: its weights are made when the inputs' width is known.

Source: the contract of `keras.layers.Layer`, https://keras.io/api/layers/base_layer/.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.weights import give_numbers


class SimpleDense(keras.layers.Layer):
    r"""A dense layer that finds out the width of its inputs by itself: computes $f(x W + b)$.

    The layer has no weights until it is first called. Then it makes two, both trainable: a kernel
    W of shape (width, units), which starts with random numbers, and a bias b of shape (units,).
    The width is the size of the inputs' last axis. It takes float32 inputs of shape (n, width) or
    (n, m, width), or of a higher rank, and replaces the last axis by one of `units`; in eager
    mode, in graphs, on a `keras.Input`, in `fit`. Saving is not asked for yet. `keras.layers.Dense`
    and `EinsumDense` are no answer here.

    Args:
        units: How many numbers come out, an int.
        activation: The f: a name that Keras knows, such as "relu", a callable, or None for none.
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> layer = SimpleDense(2, activation="relu", name="first")
        >>> layer(tf.ones((4, 3))).shape
        TensorShape([4, 2])
        >>> layer.name, [tuple(one.shape) for one in layer.weights]
        ('first', [(3, 2), (2,)])
    """

    def __init__(self, units, activation=None, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        return self.activation(keras.ops.matmul(inputs, self.kernel) + self.bias)
        ### END SOLUTION


class NameNeverResolved(SimpleDense):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(units, **kwargs)
        self.activation = activation

    def call(self, inputs):
        outputs = keras.ops.matmul(inputs, self.kernel) + self.bias
        return outputs if self.activation is None else self.activation(outputs)


class NameByPosition(SimpleDense):
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight("bias", shape=(self.units,), initializer="zeros")


class UntrackedVariables(SimpleDense):
    def build(self, input_shape):
        start = tf.random.normal((input_shape[-1], self.units), dtype=self.dtype)
        self.kernel = tf.Variable(start, name="kernel")
        self.bias = tf.Variable(tf.zeros(self.units, self.dtype), name="bias")


class BiasNeverAdded(SimpleDense):
    def call(self, inputs):
        return self.activation(keras.ops.matmul(inputs, self.kernel))


class ActivationBeforeBias(SimpleDense):
    def call(self, inputs):
        return self.activation(keras.ops.matmul(inputs, self.kernel)) + self.bias


class WidthOfAxisOne(SimpleDense):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")


class WidthOfTheExample(SimpleDense):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(units, activation, **kwargs)
        self.kernel = self.add_weight(name="kernel", shape=(784, units))
        self.bias = self.add_weight(name="bias", shape=(units,), initializer="zeros")

    def build(self, input_shape):
        pass


class WeightsInCall(SimpleDense):
    def build(self, input_shape):
        pass

    def call(self, inputs):
        self.kernel = self.add_weight(name="kernel", shape=(inputs.shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        return super().call(inputs)


class ZeroKernel(SimpleDense):
    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape, initializer="zeros")
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")


class NoKwargs(SimpleDense):
    def __init__(self, units, activation=None):
        super().__init__(units, activation)


def start(candidate, setting):
    """What the kernel holds before any training."""
    layer = candidate(4)
    layer(np.ones((2, 5), setting.precision))
    kernel = next(np.asarray(one) for one in layer.weights if tuple(one.shape) == (5, 4))
    yield "the kernel is all zeros at the start", not kernel.any()
    yield "all its numbers are equal", bool(np.all(kernel == kernel[0, 0]))


def in_fit(candidate, setting):
    """The loss of an epoch of a model of two such layers, and what it predicts afterwards."""
    rng = np.random.default_rng([setting.seed, 12])
    x, y = rng.normal(size=(12, 3)), rng.normal(scale=2.0, size=(12, 2))
    x, y = (one.astype("float32").astype(setting.precision) for one in (x, y))
    layers = [candidate(4, "tanh"), candidate(2)]
    # What is wrong already here is told better than from inside a model.
    layers[1](layers[0](x[:2]))
    model = keras.Sequential([keras.Input((3,)), *layers])
    give_numbers(model, setting.seed)
    model.compile(loss="mean_squared_error", optimizer=keras.optimizers.SGD(0.2))
    history = model.fit(x, y, batch_size=8, shuffle=False, verbose=0)
    name = setting.exercise
    yield (
        f"the loss of an epoch of {name}(4, 'tanh') followed by {name}(2)",
        np.array(history.history["loss"], setting.precision),
    )
    yield "what that model predicts afterwards", model.predict_on_batch(x)


exercise = Exercise(
    SimpleDense,
    points=3,
    minutes=15,
    difficulty=3,
    importance=5,
    after="NaiveDense",
    teaches=["Y-06", "Y-07", "Y-28", "Y-30", "Y-32", "Y-33", "Y-35"],
    questions=[
        ask.layer(
            "SimpleDense(4, activation='relu')",
            case(x=normal(3, 5)),
            case(x=normal(2, 3, 7)),
            title="Activation by name",
            weight=3,
        ),
        ask.layer(
            "SimpleDense(3, tf.sin)",
            case(x=normal(4, 2)),
            name="callable",
            title="A callable as activation",
        ),
        ask.layer("SimpleDense(units=2)", case(x=normal(3, 6)), name="none", title="No activation"),
        ask.behaviour(
            lambda candidate, setting: dict(start(candidate, setting)),
            name="start",
            title="Its first numbers",
            weight=0.5,
            needs="layer",
        ),
        ask.values(
            "SimpleDense(4, 'relu', name='first').name",
            name="name",
            title="Its name",
            weight=0.5,
            needs="layer",
        ),
        ask.behaviour(
            lambda candidate, setting: dict(in_fit(candidate, setting)),
            name="in fit",
            title="Two of them in compile and fit",
            products=True,
        ),
    ],
    hints=[
        "In `__init__` you know the units, not yet the inputs' width. Which method is called once, "
        "at first use, with the shape of the inputs?",
        "`build(self, input_shape)` makes both weights with `self.add_weight`, and "
        "`input_shape[-1]` is the width. `keras.activations.get` takes names, callables and None.",
        "f(x @ W + b): `call` computes just that. `__init__` hands `**kwargs` to the parent.",
        "super().__init__(…)\nself.units = …\nself.activation = keras.activations.get(…)\n\n"
        "def build(self, input_shape):\n"
        "    self.kernel = self.add_weight(name=…, shape=(…, …))\n    self.bias = …\n\n"
        "def call(self, inputs):\n    return …",
    ],
    forbids=["keras.layers.Dense", "keras.layers.EinsumDense"],
    mistakes=[
        Mistake(
            NameNeverResolved,
            "The activation may be a name, and a string can't be called. What turns a name into a "
            "function, and leaves a function as it is?",
        ),
        Mistake(
            NameByPosition,
            "The first argument of `add_weight` is the shape, so a name in that place is taken for "
            "one. Pass it by keyword: `add_weight(name=…, shape=…)`.",
        ),
        Mistake(
            UntrackedVariables,
            "Keras does not see a `tf.Variable`: it computes, but it is in no list of weights, is "
            "never trained and never saved. Make weights with `self.add_weight`.",
        ),
        Mistake(
            BiasNeverAdded,
            "The bias is made but takes no part in the output: as long as it is zero nobody sees "
            "that, and it can never learn.",
        ),
        Mistake(
            ActivationBeforeBias,
            "You add the bias after the activation: even with “relu”, outputs may be negative "
            "then. What should the activation see?",
        ),
        Mistake(
            WidthOfAxisOne,
            "You take the size of axis 1 for the width: right for inputs of rank 2 only. The "
            "features are always on the last axis.",
        ),
        Mistake(
            WidthOfTheExample,
            "You make the weights in `__init__`, for inputs of width 784: no other width fits. "
            "`build` is told the shape.",
        ),
        Mistake(
            WeightsInCall,
            "You make the weights in `call`, which runs at every use; Keras refuses that, because "
            "a built layer gets no more weights. Which method runs once, before it?",
        ),
        Mistake(
            ZeroKernel,
            "The kernel starts at zero. In a stack of such layers no gradient reaches the kernels, "
            "and nothing is learnt but the last bias. Start with random numbers.",
        ),
        Mistake(
            NoKwargs,
            "There is no way in for `name` and whatever else a Keras layer takes. Let `__init__` "
            "take further keyword arguments and hand them to the parent.",
        ),
    ],
)
