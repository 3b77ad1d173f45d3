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
from autograder.questions.weights import give_numbers


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


def worked_by_hand(candidate, setting):
    """Holds blocks against matrix products and the activation that they show themselves."""
    x = tf.constant(np.random.default_rng(setting.seed).normal(size=(6, 4)), setting.precision)
    single, block = candidate(1, 4), candidate(3, 4)
    single(x), block(x)
    _assign(single, np.zeros((4, 4)), np.full(4, 0.5))
    beside_constant = {
        "a constant alone": single(x),
        "the inputs plus a constant": single(x) - x,
        "twice the inputs plus a constant": single(x) - 2 * x,
    }
    apart = single(x) - single(x)[:1]
    flat = [text for text, rest in beside_constant.items() if _near(rest[:1], rest[1:])]
    _assign(single, np.eye(4), np.zeros(4))
    line = tf.reshape(tf.cast(tf.linspace(-7.0, 6.0, 12), setting.precision), (3, 4))
    heights = tf.reshape(single(line) - line, [-1])
    bends = tf.abs(heights[2:] - 2 * heights[1:-1] + heights[:-2]) > 0.03

    give_numbers(block, setting.seed, 0.9)
    given = block(x)
    found = [text for text, numbers in _known(x, single, block) if _near(given, numbers)]
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(block(x)))
    gradients = tape.gradient(loss, [weight.value for weight in block.trainable_weights])
    reached = sum(one is not None for one in gradients)
    return {
        "what differs between rows where the stack's kernel is zero": apart,
        "where the stack's kernel is zero, a block gives": [*flat, "something else"][0],
        "in a block of one layer, the activation is": ["linear", "nonlinear"][bool(np.any(bends))],
        "a block of three layers gives": [*found, "something else"][0],
        "a graph gives the same": _near(tf.function(block)(x), given),
        "weights that a gradient reaches": f"{reached} of {len(gradients)}",
    }


def _assign(block, kernel, bias):
    for weight in block.weights:
        weight.assign(np.reshape(kernel if np.size(weight) == 16 else bias, weight.shape))


def _known(x, single, block):
    """What blocks of three layers are seen to give, by name; the weights may be in any order."""
    weights = [tf.convert_to_tensor(weight) for weight in block.weights]
    kernels = [weight for weight in weights if tf.size(weight) == 16]
    biases = [weight for weight in weights if tf.size(weight) == 4]
    layers = list(zip(kernels, biases, strict=True))

    def active(z):
        return single(z) - z

    def dense(z, layer):
        return active(z @ layer[0] + layer[1])

    def added(z, layer):
        return z + dense(z, layer)

    stack = "the inputs plus the stack"
    once = active(reduce(lambda z, layer: z @ layer[0] + layer[1], layers, x))
    without_biases = reduce(lambda z, kernel: active(z @ kernel), kernels, x)
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
            worked_by_hand,
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
