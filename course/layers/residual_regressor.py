"""A regressor of residual blocks, one of them used four times with the same weights.

Source: the contract of `keras.Model`, https://keras.io/api/models/model/; K. He and others, "Deep
Residual Learning for Image Recognition", 2015, for the blocks.
"""

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal
from autograder.questions.weights import float_weights, plain_shape
from course.layers.residual_block import ResidualBlock


class ResidualRegressor(keras.Model):
    r"""Predicts from a Dense layer, residual blocks, and a linear Dense layer, in a row.

    On the way from inputs (batch, features), float32, to outputs (batch, output_dim) come:

    1. a Dense layer of 30 units, with an activation of your choice;
    2. block A, a `ResidualBlock(2, 30)`, applied 1 + 3 = 4 times, each time to what it gave
       before, with the same weights;
    3. block B, another `ResidualBlock(2, 30)`, applied once;
    4. a Dense layer of `output_dim` units without an activation.

    Use your own `ResidualBlock` from the exercise before, or begin your cell with
    `from course.layers import ResidualBlock`. The model works for inputs of any width, in `fit`
    and `predict`, and survives saving whole to a `.keras` file and loading, with its weights and
    its optimizer's state.

    Args:
        output_dim: How many numbers are predicted for each example.
        **kwargs: What `keras.Model` takes, such as `name`.

    Examples:
        >>> model = ResidualRegressor(2)
        >>> model(tf.ones((4, 8))).shape
        TensorShape([4, 2])
        >>> len(model.trainable_weights)
        12
    """

    def __init__(self, output_dim, **kwargs):
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.output_dim = output_dim
        self.hidden = keras.layers.Dense(30, activation="relu")
        self.block_a = ResidualBlock(2, 30)
        self.block_b = ResidualBlock(2, 30)
        self.outputs_layer = keras.layers.Dense(output_dim)

    def call(self, inputs):
        z = self.hidden(inputs)
        for _ in range(1 + 3):
            z = self.block_a(z)
        return self.outputs_layer(self.block_b(z))

    def get_config(self):
        return {**super().get_config(), "output_dim": self.output_dim}
        ### END SOLUTION


class BlockAThreeTimes(ResidualRegressor):
    def call(self, inputs):
        z = self.hidden(inputs)
        for _ in range(3):
            z = self.block_a(z)
        return self.outputs_layer(self.block_b(z))


class NewBlockEachTime(ResidualRegressor):
    def __init__(self, output_dim, **kwargs):
        super().__init__(output_dim, **kwargs)
        self.others = [ResidualBlock(2, 30) for _ in range(3)]

    def call(self, inputs):
        z = self.block_a(self.hidden(inputs))
        for block in self.others:
            z = block(z)
        return self.outputs_layer(self.block_b(z))


class OneBlockForBoth(ResidualRegressor):
    def __init__(self, output_dim, **kwargs):
        super().__init__(output_dim, **kwargs)
        self.block_b = self.block_a


class BlockBInTheLoop(ResidualRegressor):
    def call(self, inputs):
        z = self.block_a(self.hidden(inputs))
        for _ in range(3):
            z = self.block_b(z)
        return self.outputs_layer(z)


class LoopForgetsItsResult(ResidualRegressor):
    def call(self, inputs):
        first = self.hidden(inputs)
        for _ in range(1 + 3):
            z = self.block_a(first)
        return self.outputs_layer(self.block_b(z))


class ActivationOnOutputs(ResidualRegressor):
    def __init__(self, output_dim, **kwargs):
        super().__init__(output_dim, **kwargs)
        self.outputs_layer = keras.layers.Dense(output_dim, activation="relu")


class OneOutput(ResidualRegressor):
    def __init__(self, output_dim, **kwargs):
        super().__init__(output_dim, **kwargs)
        self.outputs_layer = keras.layers.Dense(1)


class NoGetConfig(ResidualRegressor):
    def get_config(self):
        return keras.Model.get_config(self)


class FreshWeightsAfterLoading(ResidualRegressor):
    def build(self, input_shape):
        self.hidden.build(input_shape)


class BlocksMadeInCall(ResidualRegressor):
    def call(self, inputs):
        z = keras.layers.Dense(30, activation="relu")(inputs)
        block_a, block_b = ResidualBlock(2, 30), ResidualBlock(2, 30)
        for _ in range(1 + 3):
            z = block_a(z)
        return self.outputs_layer(block_b(z))


class Parts:
    """A model's weights by their place, in whatever order they were made, with numbers of ours."""

    def __init__(self, candidate, setting):
        rng = np.random.default_rng(setting.seed)
        self.x = tf.constant(rng.normal(size=(1, 5)), setting.precision)
        self.model = candidate(31)
        self.model(self.x)
        self.graph = tf.function(self.model)  # much faster, for many calls
        self.weights = float_weights(self.model)
        shapes = [plain_shape(one) for one in self.weights]

        def places(*shape):
            return [place for place, one in enumerate(shapes) if one == shape]

        (self.first,), (self.last,), (self.last_bias,) = places(5, 30), places(30, 31), places(31)
        kernels, biases = places(30, 30), places(30)
        scales = {1: 0.5, 2: 0.2}
        self.numbers = [rng.normal(size=shape) * scales[len(shape)] for shape in shapes]

        # One example's gradient of a kernel is that of its bias, times what the layer takes in.
        gradients = self.gradients(dict(enumerate(self.numbers)))
        products = {i: np.outer(self.x, gradients[i]) - gradients[self.first] for i in biases}
        self.first_bias = min(biases, key=lambda i: np.max(np.abs(products[i])))
        biases.remove(self.first_bias)
        self.silent = self.hidden({})
        pulse = np.linspace(0.5, 2.0, 30)
        heard = [float(np.max(np.abs(self.hidden({i: pulse}) - self.silent))) for i in biases]
        layers = list(zip(heard, kernels, biases, strict=True))
        # Where all kernels are zero, no more than the last layer of a block is heard.
        self.blocks = [sorted(layers[i : i + 2], key=lambda one: one[0]) for i in (0, 2)]

    def outputs(self, numbers):
        """What comes out where all weights are zero but for those whose places are named."""
        self._assign(numbers)
        return self.graph(self.x)

    def hidden(self, numbers):
        """What arrives at the last layer: it shows its inputs here."""
        return np.array(self.outputs({self.last: np.eye(30, 31), **numbers}))[0, :30]

    def gradients(self, numbers):
        """The gradient of the outputs' squares with respect to each weight."""
        self._assign(numbers)
        values = [weight.value for weight in self.weights]
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.square(self.model(self.x)))
        found = tape.gradient(loss, values, unconnected_gradients="zero")
        return [np.array(one) for one in found]

    def _assign(self, numbers):
        for place, weight in enumerate(self.weights):
            weight.assign(np.reshape(numbers.get(place, np.zeros(weight.shape)), weight.shape))

    def activations(self, times):
        """What the first layer and those in blocks make of a row, if A and B run so many times."""
        _, kernel, bias = self.blocks[1][1]
        gradients = self.gradients({self.last: np.eye(30, 31), bias: np.ones(30)})
        loudest = np.argmax(np.abs(gradients[bias]))
        zero = gradients[kernel][0, loudest] / gradients[bias].flat[loudest]
        return (
            lambda row: self.hidden({self.first_bias: row}) - sum(times) * zero,
            lambda row: (self.hidden({bias: row}) - self.silent) / times[1] + zero,
        )

    def by_hand(self, order):
        """What the model would give if its blocks came in that order, such as "AAAAB"."""
        first, inside = self.activations((order.count("A"), order.count("B")))
        numbers = self.numbers
        z = first(self.x.numpy()[0] @ numbers[self.first] + numbers[self.first_bias])
        for letter in order:
            correction = z
            for _, kernel, bias in self.blocks["AB".index(letter)]:
                correction = inside(correction @ numbers[kernel] + numbers[bias])
            z = z + correction
        return z @ numbers[self.last] + numbers[self.last_bias]


def parts_at_work(candidate, setting):
    """Finds out in which order the blocks run, by working the whole model out by hand."""
    parts = Parts(candidate, setting)
    heard = [block[1][0] for block in parts.blocks]
    once = min((one for one in heard if one > 1e-3), default=1.0)
    a, b = (round(one / once, 1) for one in heard)
    if (a, b) == (1, 4):  # block B was made before block A
        a, b = b, a
        parts.blocks.reverse()
    given = parts.outputs(dict(enumerate(parts.numbers)))[0]
    low = float(np.random.default_rng([setting.seed, 7]).uniform(-9.0, -5.0))
    constant = parts.outputs({parts.last_bias: np.full(31, low)})
    order = next(
        (order for order in _orders(a, b) if _near(given, parts.by_hand(order))),
        f"none that gives these numbers (A counts {a:g}, B {b:g} times)",
    )
    inside = parts.activations((4, 1))[1](np.repeat([-4.0, 1.0, 6.0], 10))
    left, middle, right = np.split(inside, 3)
    bends = np.max(np.abs(left - 2 * middle + right)) > 0.05
    return {
        "with all at zero but the last bias, the outputs are": float(np.mean(constant)),
        "the order in which the blocks run is": order,
        "the activation inside the blocks is": "nonlinear" if bends else "linear",
    }


def _orders(a, b):
    """Orders of the blocks in which A is heard `a / b` times as loud as B, short ones first."""
    for times in (1, 2, 3, 4) if a and b and max(a, b) < 9 else ():
        m, n = int(a * times), int(b * times)
        yield from ["A" * m + "B" * n, "B" * n + "A" * m, *(["AB" * m, "BA" * m] if m == n else [])]


def _near(one, other):
    return bool(np.max(np.abs(one - other)) < 0.02 * np.max(np.abs(other)))


exercise = Exercise(
    ResidualRegressor,
    points=5,
    minutes=30,
    difficulty=4,
    importance=4,
    after="ResidualBlock",
    teaches=["Y-14", "Y-17", "Y-18"],
    questions=[
        ask.layer(
            "ResidualRegressor(2)",
            case(x=normal(3, 5)),
            numbers=False,
            lazy=False,
            title="Its outputs, its weights, symbolic calls and graphs",
            weight=2,
            needs="by hand",
        ),
        ask.layer(
            "ResidualRegressor(output_dim=3)",
            case(x=normal(2, 9)),
            numbers=False,
            lazy=False,
            needs="by hand",
            name="another width",
            title="Nine inputs, three outputs",
        ),
        ask.behaviour(parts_at_work, name="by hand", title="The parts in a row", weight=4),
        ask.model_round_trip(
            "ResidualRegressor(2)", case(x=normal(8, 5), y=normal(8, 2)), weight=3, needs="by hand"
        ),
        ask.values(
            "ResidualRegressor(2, name='mine').name",
            name="name",
            title="Hands on what keras.Model takes",
            weight=0.5,
            needs="by hand",
        ),
    ],
    hints=[
        "Make every part once, in `__init__`; say in `call` in which order they run. What is "
        "made once and called four times has one set of weights.",
        "1 + 3 times block A: a loop in `call` over `range(4)` that overwrites `z`. Weights: "
        "two for each Dense layer outside, four for each of the two blocks, 12 in all.",
        "A model has no automatic `get_config`: return the parent's entries and `output_dim`. "
        "Where layers are made in `__init__` and only called in `call`, no `build` is needed.",
        "z = self.hidden(inputs)\nfor _ in range(…):\n    z = self.block_a(…)\nreturn …",
    ],
    allows=["ResidualBlock"],
    mistakes=[
        Mistake(
            BlockAThreeTimes,
            "Block A runs three times: 1 + 3 makes four. Every pass takes what the last one gave.",
        ),
        Mistake(
            NewBlockEachTime,
            "You made a block for every pass, so there are four sets of weights. The same block, "
            "called again, uses the same weights: 12 in the whole model.",
        ),
        Mistake(
            OneBlockForBoth,
            "There are 8 weights where there should be 12. Are blocks A and B one and the same? Or "
            "is a block, or a layer in it, never used, or kept where Keras doesn't look? Each "
            "block has two layers of its own, and all of them take part.",
        ),
        Mistake(
            BlockBInTheLoop,
            "The loop repeats block B. It is block A that is applied four times, block B once, "
            "after it.",
        ),
        Mistake(
            LoopForgetsItsResult,
            "Block A counts only once. Does each turn of the loop start again from the first "
            "layer's output? Feed the block what it gave before: `z = block(z)`. Or does `return` "
            "stand inside the loop?",
        ),
        Mistake(
            ActivationOnOutputs,
            "The last layer has an activation, so not every number can be predicted. A regression "
            "ends in a linear layer.",
        ),
        Mistake(
            OneOutput,
            "The last layer always has one unit: `output_dim` says how many it should have.",
        ),
        Mistake(
            NoGetConfig,
            "Keras can't make the model again after saving: the config lacks `output_dim`. Layers "
            "may get by without a `get_config` of their own, models don't.",
        ),
        Mistake(
            FreshWeightsAfterLoading,
            "The loaded model predicts something else. What your `build` doesn't build has no weights "
            "yet when they are loaded, and nobody complains: a layer left out, or a block that has "
            "no `build` of its own. Build all of them there, or leave `build` out.",
        ),
        Mistake(
            BlocksMadeInCall,
            "Layers made in `call` are new, with new random weights, at every call, and the model "
            "tracks none of them. Make them once, in `__init__`.",
        ),
    ],
)
