"""A residual block: a stack of Dense layers computes a correction, which is added to its inputs.

Source: K. He and others, "Deep Residual Learning for Image Recognition", 2015,
https://arxiv.org/abs/1512.03385; the contract of `keras.layers.Layer`,
https://keras.io/api/layers/base_layer/.
"""

from functools import reduce
from itertools import permutations

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


class ResidualBlock(keras.layers.Layer):
    r"""Adds to its inputs what a stack of Dense layers makes of them: $x + \text{stack}(x)$.

    The stack holds `n_layers` Dense layers of `n_neurons` units, one after the other, each with
    bias, weights of its own and the same nonlinear activation (`relu`, `elu` or another one of
    your choice that has no weights). Nothing comes after the sum. `call` takes a float32 tensor of
    shape (batch, n_neurons) and returns one of that shape: the sum needs as many neurons as inputs.
    The block survives `get_config` and `from_config`, its name included, and a model that contains
    it survives saving to a `.keras` file and loading.

    Args:
        n_layers: How many Dense layers the stack has, an integer from 1 on.
        n_neurons: How many units each of them has, as many as the inputs have features.
        **kwargs: What `keras.layers.Layer` takes, such as `name`.

    Examples:
        >>> block = ResidualBlock(2, 3)
        >>> block(tf.ones((4, 3))).shape
        TensorShape([4, 3])
        >>> len(block.trainable_weights)
        4
    """

    def __init__(self, n_layers, n_neurons, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.n_layers = n_layers
        self.n_neurons = n_neurons
        self.hidden = [keras.layers.Dense(n_neurons, activation="relu") for _ in range(n_layers)]

    def build(self, input_shape):
        for layer in self.hidden:
            layer.build(input_shape)

    def call(self, inputs):
        correction = inputs
        for layer in self.hidden:
            correction = layer(correction)
        return inputs + correction

    def get_config(self):
        return {
            **super().get_config(),
            "n_layers": self.n_layers,
            "n_neurons": self.n_neurons,
        }
        ### END SOLUTION


class ReturnInLoop(ResidualBlock):
    def call(self, inputs):
        correction = inputs
        for layer in self.hidden:
            correction = layer(correction)
            return inputs + correction


class NoSum(ResidualBlock):
    def call(self, inputs):
        for layer in self.hidden:
            inputs = layer(inputs)
        return inputs


class SumAfterEveryLayer(ResidualBlock):
    def call(self, inputs):
        for layer in self.hidden:
            inputs = inputs + layer(inputs)
        return inputs


class ActivationAfterSum(ResidualBlock):
    def call(self, inputs):
        return keras.activations.relu(super().call(inputs))


class NoActivation(ResidualBlock):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(n_layers, n_neurons, **kwargs)
        self.hidden = [keras.layers.Dense(n_neurons) for _ in range(n_layers)]


class OneLayerSharedByAll(ResidualBlock):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(n_layers, n_neurons, **kwargs)
        self.hidden = [keras.layers.Dense(n_neurons, activation="relu")] * n_layers

    def build(self, input_shape):
        self.hidden[0].build(input_shape)


class LayersMadeInCall(ResidualBlock):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(n_layers, n_neurons, **kwargs)
        self.hidden = []

    def call(self, inputs):
        correction = inputs
        for _ in range(self.n_layers):
            correction = keras.layers.Dense(self.n_neurons, activation="relu")(correction)
        return inputs + correction


class NoGetConfig(ResidualBlock):
    def get_config(self):
        return keras.layers.Layer.get_config(self)


class NamesNeverStored(keras.layers.Layer):
    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.hidden = [keras.layers.Dense(n_neurons, activation="relu") for _ in range(n_layers)]

    def build(self, input_shape):
        for layer in self.hidden:
            layer.build(input_shape)

    def call(self, inputs):
        correction = inputs
        for layer in self.hidden:
            correction = layer(correction)
        return inputs + correction

    def get_config(self):
        return {**super().get_config(), "n_layers": n_layers, "n_neurons": n_neurons}  # noqa: F821


APART = "what differs between rows where the stack's kernel is zero"
# A block of one layer shows its activation here.
LINE = np.linspace(-40.0, 40.0, 4 * 4096).reshape(-1, 4)


def at_work(candidate, setting):
    """A block of one layer shows its activation, one of three what it makes of its inputs."""
    x, kernels, biases = (tf.constant(one, setting.precision) for one in _numbers(setting))
    single, block = candidate(1, 4), candidate(3, 4)
    single(x), block(x)
    _assign(single, [np.zeros((4, 4))], [np.full(4, 0.5)])
    constant = single(x)
    _assign(single, [np.eye(4)], [np.zeros(4)])
    shown = single(tf.constant(LINE, setting.precision))
    _assign(block, kernels, biases)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(block(x)))
    gradients = tape.gradient(loss, [weight.value for weight in block.trainable_weights])
    reached = sum(one is not None for one in gradients)
    return {
        APART: constant - constant[:1],
        "with a kernel of zeros": constant,
        "along a line": shown,
        "of three layers": block(x),
        "of three layers, in a graph": tf.function(block)(x),
        "weights that a gradient reaches": f"{reached} of {len(gradients)}",
    }


def by_hand(seen, setting):
    """Holds the blocks against matrix products and the activation that they show themselves."""
    x, kernels, biases = _numbers(setting)
    constant, given = seen["with a kernel of zeros"], seen["of three layers"]
    beside_constant = {
        "a constant alone": constant,
        "the inputs plus a constant": constant - x,
        "twice the inputs plus a constant": constant - 2 * x,
    }
    flat = [text for text, rest in beside_constant.items() if _near(rest[:1], rest[1:])]
    heights = (seen["along a line"] - LINE).ravel()
    few = heights[::1000]
    bends = np.abs(few[2:] - 2 * few[1:-1] + few[:-2]) > 0.03

    def active(z):
        return np.interp(z, LINE.ravel(), heights)

    known = _known(x, list(zip(kernels, biases, strict=True)), active)
    found = [text for text, numbers in known if _near(given, numbers)]
    return {
        APART: seen[APART],
        "where the stack's kernel is zero, a block gives": [*flat, "something else"][0],
        "in a block of one layer, the activation is": ["linear", "nonlinear"][bool(np.any(bends))],
        "a block of three layers gives": [*found, "something else"][0],
        "a graph gives the same": _near(seen["of three layers, in a graph"], given),
        "weights that a gradient reaches": seen["weights that a gradient reaches"],
    }


def _numbers(setting):
    """Inputs, three kernels and three biases."""
    rng = np.random.default_rng(setting.seed)
    return rng.normal(size=(6, 4)), rng.uniform(-0.6, 0.6, (3, 4, 4)), rng.uniform(-1, 1, (3, 4))


def _assign(block, kernels, biases):
    kernels, biases = iter(kernels), iter(biases)
    for weight in block.weights:
        numbers = next(kernels if np.size(weight) == 16 else biases, np.zeros(weight.shape))
        weight.assign(np.reshape(numbers, weight.shape))


def _known(x, layers, active):
    """What blocks of three layers are seen to give, by name; the weights may be in any order."""

    def dense(z, layer):
        return active(z @ layer[0] + layer[1])

    def added(z, layer):
        return z + dense(z, layer)

    stack = "the inputs plus the stack"
    once = active(reduce(lambda z, layer: z @ layer[0] + layer[1], layers, x))
    without_biases = reduce(lambda z, layer: active(z @ layer[0]), layers, x)
    return [
        *((stack, x + reduce(dense, order, x)) for order in permutations(layers)),
        ("the inputs plus the first layer alone", added(x, layers[0])),
        ("the inputs plus the last layer alone", added(x, layers[-1])),
        ("the stack without the inputs", reduce(dense, layers, x)),
        ("twice the inputs plus the stack", 2 * x + reduce(dense, layers, x)),
        ("a sum after every layer", reduce(added, layers, x)),
        ("the inputs plus a stack with one activation, at its end", x + once),
        ("the inputs plus a stack without its biases", x + without_biases),
    ]


def _near(one, other):
    return bool(np.all(np.abs(one - other) < 1e-2 * np.maximum(1.0, np.abs(other))))


def through_config(candidate, setting):
    """What a copy knows that is made from the config alone."""
    x = tf.ones((1, 4), setting.precision)
    block = candidate(3, 4, name="mine")
    block(x)
    try:
        copy = candidate.from_config(block.get_config())
    except TypeError as error:  # without the whole config, which Keras puts before it
        raise TypeError(str(error).rpartition("Exception encountered: ")[2]) from None
    copy(x)
    return {
        "layers in the copy of a block of three": len(copy.weights) // 2,
        'a block made with name="mine" is called': _name(block),
        "the copy of that one is called": _name(copy),
    }


def _name(block):
    return "mine" if block.name == "mine" else "something else"


exercise = Exercise(
    ResidualBlock,
    points=3,
    minutes=20,
    difficulty=3,
    importance=4,
    after="MyDense",
    teaches=["Y-15", "Y-16", "Y-18"],
    questions=[
        ask.layer(
            "ResidualBlock(3, 4)",
            case(x=normal(5, 4)),
            numbers=False,
            lazy=False,
            needs="by hand",
            title="Its shape, its weights, symbolic calls and graphs",
        ),
        ask.layer(
            "ResidualBlock(n_layers=1, n_neurons=7)",
            case(x=normal(2, 7)),
            numbers=False,
            lazy=False,
            weight=0.5,
            needs="by hand",
            name="other sizes",
            title="One layer of seven neurons",
        ),
        ask.behaviour(
            at_work,
            work=by_hand,
            name="by hand",
            title="The inputs plus the stack",
            weight=3,
        ),
        ask.behaviour(
            through_config,
            name="config",
            title="Can be made from its config",
            weight=0.75,
            needs="by hand",
        ),
        ask.model_round_trip(
            "keras.Sequential([keras.Input((4,)), ResidualBlock(3, 4), keras.layers.Dense(2)])",
            case(x=normal(8, 4), y=normal(8, 2)),
            title="A model with the block survives saving",
            needs="by hand",
            weight=0.75,
        ),
    ],
    hints=[
        "Two things are needed later than they are given: the layers themselves (made once), and "
        "the inputs, which the last line still wants.",
        "Make the Dense layers in `__init__` and keep them in a list: Keras tracks lists of "
        "layers. In `call`, send the inputs through them under a new name.",
        "`call`: correction = inputs; for each layer correction = layer(correction); after the "
        "loop, inputs + correction. `get_config` needs both arguments, so keep them.",
        "self.hidden = [keras.layers.Dense(…, activation=…) for _ in range(…)]\n\n"
        "def build(self, input_shape):\n    for layer in self.hidden:\n        layer.build(…)\n\n"
        "def call(self, inputs):\n    correction = inputs\n    for layer in self.hidden:\n"
        "        correction = …\n    return …",
    ],
    mistakes=[
        Mistake(
            ReturnInLoop,
            "Only the first layer of the stack ever runs: `return` stands inside the loop, so the "
            "loop ends with its first turn. Look at its indentation.",
        ),
        Mistake(
            NoSum,
            "Out comes the stack alone: the inputs are never added. If the layers overwrite the "
            "name `inputs`, there is nothing left to add: use another name on the way.",
        ),
        Mistake(
            SumAfterEveryLayer,
            "You add after each layer. The block has one shortcut round the whole stack: go "
            "through all the layers first, then add the block's inputs once.",
        ),
        Mistake(
            ActivationAfterSum,
            "After the sum comes another activation, which bends the shortcut too. The inputs "
            "must be able to pass unchanged: nothing follows the sum.",
        ),
        Mistake(
            NoActivation,
            "The stack is linear: without an activation, several Dense layers do no more than "
            "one. Give each of them an activation.",
        ),
        Mistake(
            OneLayerSharedByAll,
            "All places of the list hold the same layer, used over and over: `[layer] * n` copies "
            "the reference, not the layer. Make a new one for each place.",
        ),
        Mistake(
            LayersMadeInCall,
            "The layers are made anew at each call, with new random weights, and Keras tracks none "
            "of them. Make them once, in `__init__`, and only use them in `call`.",
        ),
        Mistake(
            NoGetConfig,
            "The file does not say how many layers and neurons the block had, so it can't be made "
            "again. Which method writes down the arguments?",
        ),
        Mistake(
            NamesNeverStored,
            "`get_config` uses the bare names `n_layers` and `n_neurons`, which only `__init__` "
            "knew. Keep them as attributes there, and read those.",
        ),
    ],
)
