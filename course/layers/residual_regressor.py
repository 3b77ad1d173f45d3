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


# What a model at work hands out.
LOW, GIVEN = "all at zero but the last bias", "the outputs"
ORDER, MADE = "the order in which the blocks run", "what the layers make of their inputs"


class Parts:
    """A model's weights by their part in it, in whatever order they were made."""

    def __init__(self, candidate, setting):
        self.x, numbers = _numbers(setting)
        self.x = tf.constant(self.x, setting.precision)
        self.model = candidate(31)
        self.model(self.x)
        self.graph = tf.function(self.model)  # much faster, for many calls
        self.weights = float_weights(self.model)
        shapes = [plain_shape(one) for one in self.weights]

        def places(*shape):
            return [place for place, one in enumerate(shapes) if one == shape]

        (self.first,), (self.last,), (self.last_bias,) = places(5, 30), places(30, 31), places(31)
        kernels, biases = places(30, 30), places(30)

        # One example's gradient of a kernel is that of its bias, times what the layer takes in.
        rng = np.random.default_rng(setting.seed)
        scales = {1: 0.5, 2: 0.2}
        any_numbers = [rng.normal(size=shape) * scales[len(shape)] for shape in shapes]
        gradients = self.gradients(dict(enumerate(any_numbers)))
        products = {i: np.outer(self.x, gradients[i]) - gradients[self.first] for i in biases}
        self.first_bias = min(biases, key=lambda i: np.max(np.abs(products[i])))
        biases.remove(self.first_bias)
        self.silent = self.hidden({})
        pulse = np.linspace(0.5, 2.0, 30)
        heard = [float(np.max(np.abs(self.hidden({i: pulse}) - self.silent))) for i in biases]
        layers = list(zip(heard, kernels, biases, strict=True))
        # Where all kernels are zero, no more than the last layer of a block is heard.
        self.blocks = [sorted(layers[i : i + 2], key=lambda one: one[0]) for i in (0, 2)]
        loud = [block[1][0] for block in self.blocks]
        once = min((one for one in loud if one > 1e-3), default=1.0)
        self.heard = [round(one / once, 1) for one in loud]
        if self.heard == [1, 4]:  # block B was made before block A
            self.heard.reverse()
            self.blocks.reverse()
        inside = [place for block in self.blocks for _, *pair in block for place in pair]
        ends = [self.first, self.first_bias], [self.last, self.last_bias]
        self.numbers = dict(zip([*ends[0], *inside, *ends[1]], numbers, strict=True))

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


def parts_at_work(candidate, setting):
    """What comes out, and what each layer makes of what it takes in, in the order that fits."""
    parts = Parts(candidate, setting)
    given = parts.outputs(parts.numbers)[0]
    low = parts.outputs({parts.last_bias: np.full(31, _low(setting))})
    for order in _orders(*parts.heard):
        activations = parts.activations((order.count("A"), order.count("B")))
        worked, rows = _worked(setting, order, lambda place, row, by=activations: by[place](row))
        if _near(given, worked):
            break
    else:
        a, b = parts.heard
        order, rows = f"none that gives these numbers (A counts {a:g}, B {b:g} times)", []
    return {LOW: low, GIVEN: given, ORDER: order, MADE: rows}


def by_hand(seen, setting):
    """Works the model out from what its layers make of their inputs, which must be a function."""
    order, rows = seen[ORDER], seen[MADE]
    told = {
        "with all at zero but the last bias, the outputs are": float(seen[LOW].flat[0]),
        "the order in which the blocks run is": order,
        "the activation inside the blocks is": "nonlinear",
    }
    if not rows:
        return told
    taken, made = ([], []), iter(rows)

    def show(place, row):
        taken[place].append(row)
        return np.reshape(next(made), 30)

    worked, _ = _worked(setting, order, show)
    if len(rows) != 1 + 2 * len(order) or not _near(seen[GIVEN], worked):
        told["the order in which the blocks run is"] = "none that gives these numbers"
    # A layer that gives much more than was put in, or two numbers for one, shows no activation.
    for inputs, outputs in ((taken[0], rows[:1]), (taken[1], rows[1:])):
        x, y = np.ravel(inputs), np.ravel(outputs)
        places = np.argsort(x)
        steps, heights = np.diff(x[places]), np.abs(np.diff(y[places]))
        if np.any(heights > 2.0 * steps + 0.02):
            told["the activation inside the blocks is"] = "no function of what it takes in"
    x, y = np.ravel(taken[1]), np.ravel(rows[1:])
    if np.max(np.abs(y - np.polyval(np.polyfit(x, y, 1), x))) < 0.05:
        told["the activation inside the blocks is"] = "linear"
    return told


def _numbers(setting):
    """One row of inputs, and numbers for the weights, from the first layer to the last."""
    rng = np.random.default_rng([setting.seed, 1])
    shapes = [(5, 30), (30,), *[(30, 30), (30,)] * 4, (30, 31), (31,)]
    scales = {1: 0.5, 2: 0.2}
    return rng.normal(size=(1, 5)), [rng.normal(size=one) * scales[len(one)] for one in shapes]


def _low(setting):
    return float(np.random.default_rng([setting.seed, 7]).uniform(-9.0, -5.0))


def _worked(setting, order, activation):
    """What the model gives if its blocks come in that order, such as "AAAAB", and all on the way.

    `activation(0, row)` is the first layer's, `activation(1, row)` that of the layers in blocks.
    """
    x, (kernel, bias, *inside, last, last_bias) = _numbers(setting)
    z = activation(0, x[0] @ kernel + bias)
    rows = [z]
    for letter in order:
        correction = z
        begin = 4 * "AB".index(letter)
        for i in (begin, begin + 2):
            correction = activation(1, correction @ inside[i] + inside[i + 1])
            rows.append(correction)
        z = z + correction
    return z @ last + last_bias, rows


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
        ask.behaviour(
            parts_at_work, work=by_hand, name="by hand", title="The parts in a row", weight=4
        ),
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
