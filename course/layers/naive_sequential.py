"""A stack of layers in plain Python: each one's outputs are the next one's inputs.

Source: the composition of functions.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


class NaiveSequential:
    r"""Stacks layers without Keras: computes $f_k(\dots f_2(f_1(x)))$.

    A plain Python class. An instance is called like a function with a tensor, in eager mode or in
    a graph, as often as one likes, and sends it through the layers in their order. Its `weights`
    are one flat list: those of the first layer, then those of the second, and so on, the
    variables themselves and not copies. The layers' own lists stay as they are. A stack may hold
    another stack. `keras.Sequential` is no answer here.

    Args:
        layers: A list of callables that have a list `weights`, which may be empty.

    Examples:
        >>> class Scale:
        ...     def __init__(self, factor):
        ...         self.weights = [tf.Variable(factor)]
        ...
        ...     def __call__(self, inputs):
        ...         return self.weights[0] * inputs
        >>> stack = NaiveSequential([Scale(2.0), Scale(5.0)])
        >>> float(stack(tf.constant(3.0)))
        30.0
        >>> [float(one) for one in stack.weights]
        [2.0, 5.0]
    """

    def __init__(self, layers):
        ### BEGIN SOLUTION
        self.layers = layers

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs

    @property
    def weights(self):
        return [weight for layer in self.layers for weight in layer.weights]
        ### END SOLUTION


class ReturnInTheLoop(NaiveSequential):
    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
            return inputs


class AlwaysTheFirstInputs(NaiveSequential):
    def __call__(self, inputs):
        for layer in self.layers:
            outputs = layer(inputs)
        return outputs


class LastLayerFirst(NaiveSequential):
    def __call__(self, inputs):
        for layer in reversed(self.layers):
            inputs = layer(inputs)
        return inputs


class NestedWeights(NaiveSequential):
    @property
    def weights(self):
        return [layer.weights for layer in self.layers]


class WeightsOfTheLast(NaiveSequential):
    @property
    def weights(self):
        for layer in self.layers:
            weights = layer.weights
        return weights


class GrowsTheFirstList(NaiveSequential):
    @property
    def weights(self):
        weights = self.layers[0].weights
        for layer in self.layers[1:]:
            weights += layer.weights
        return weights


class CopiesOfWeights(NaiveSequential):
    @property
    def weights(self):
        return [tf.Variable(weight) for layer in self.layers for weight in layer.weights]


class Affine:
    """A small layer with two weights: x · scale + shift."""

    def __init__(self, scale, shift):
        self.weights = [tf.Variable(scale), tf.Variable(shift)]

    def __call__(self, inputs):
        return inputs * self.weights[0] + self.weights[1]


class Square:
    """A small layer without weights."""

    weights = ()

    def __init__(self):
        self.weights = []

    def __call__(self, inputs):
        return inputs * inputs


NONE = "none: some step left TensorFlow"


def _stack(candidate, setting):
    rng = np.random.default_rng(setting.seed)
    first, second = rng.uniform(-2.0, 2.0, (2, 2)).astype("float32")
    layers = [Affine(first, 1.0), Square(), Affine(0.5, second)]
    return candidate(layers), layers, tf.constant(rng.uniform(-2.0, 2.0, (3, 2)), tf.float32)


def its_outputs(candidate, setting):
    """Outputs, twice, and with other weights."""
    stack, layers, x = _stack(candidate, setting)
    yield "NaiveSequential([affine, square, another affine])(x)", stack(x)
    yield "the same once more", stack(x[:2])
    layers[0].weights[1].assign(-2.0)
    yield "the same after a layer's weight was assigned another number", stack(x)
    yield "NaiveSequential(layers=[affine])(x)", candidate(layers=[Affine(3.0, 1.0)])(x)


def its_weights(candidate, setting):
    """Which variables are there, in which order, and what became of the layers' own lists."""
    stack, layers, x = _stack(candidate, setting)
    names = {id(one): f"weight {i + 1} of layer {j + 1}"
             for j, layer in enumerate(layers) for i, one in enumerate(layer.weights)}  # fmt: skip

    def told(weights):
        return [names.get(id(one), f"another {type(one).__name__}") for one in weights]

    yield "stack.weights", told(stack.weights)
    yield "stack.weights once more", told(stack.weights)
    yield "the first layer's own weights after that", told(layers[0].weights)
    stack(x)
    yield "stack.weights after a call", told(stack.weights)
    yield "weights of a stack of layers without weights", len(candidate([Square()]).weights)


def nested(candidate, setting):
    """A stack in a stack."""
    inner, layers, x = _stack(candidate, setting)
    outer = candidate([Affine(3.0, -1.0), inner, Square()])
    yield "a stack that holds a stack, called with x", outer(x)
    yield "how many weights it has", len(outer.weights)
    yield "the last of them is the inner stack's last", outer.weights[-1] is layers[-1].weights[-1]


def its_gradients(candidate, setting):
    """What a tape tells of all the weights."""
    stack, _, x = _stack(candidate, setting)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(stack(x) * (x + 0.5))
    for number, found in enumerate(tape.gradient(loss, list(stack.weights)), 1):
        yield f"the gradient with respect to weight {number} of 4", NONE if found is None else found


def in_a_graph(candidate, setting):
    """Outputs of a traced function, before and after a change of a weight."""
    stack, layers, x = _stack(candidate, setting)
    traced = tf.function(
        lambda inputs: stack(inputs), input_signature=[tf.TensorSpec((None, 2), tf.float32)]
    )
    yield "a stack inside tf.function", traced(x)
    layers[2].weights[0].assign(-1.0)
    yield "the same after a weight was assigned another number", traced(x[:2])


def side_by_side(candidate, setting):
    """A stack after another one was made."""
    stack, _, x = _stack(candidate, setting)
    candidate([Square(), Affine(9.0, 9.0)])
    yield "a stack after another one was made", stack(x)
    yield "how many weights it has", len(stack.weights)


def _scene(steps, **fields):
    return ask.behaviour(
        lambda candidate, setting: dict(steps(candidate, setting)), scale=10.0, **fields
    )


exercise = Exercise(
    NaiveSequential,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="NaiveDense",
    teaches=["Y-31"],
    questions=[
        _scene(its_outputs, name="outputs", title="What it computes", weight=2),
        _scene(its_weights, name="weights", title="Its weights", weight=2, needs="outputs"),
        _scene(nested, name="nested", title="A stack in a stack", weight=0.5),
        _scene(its_gradients, name="gradients", title="Gradients by a tape", weight=0.5),
        _scene(in_a_graph, name="graph mode", title="In a graph", weight=0.5),
        _scene(side_by_side, name="apart", title="Two share nothing", weight=0.5),
    ],
    hints=[
        "What does the second layer get to see: x, or what the first one made of it?",
        "A loop over the layers in which one name always holds the newest tensor.",
        "`weights` needs one list out of several: two loops in one comprehension, or `extend` in "
        "place of `append`, beginning with an empty list.",
        "def __call__(self, inputs):\n    for layer in self.layers:\n        inputs = …\n"
        "    return …\n\n@property\ndef weights(self):\n    return [… for layer in … for … in …]",
    ],
    forbids=["keras.Sequential"],
    mistakes=[
        Mistake(
            ReturnInTheLoop,
            "`return` stands inside the loop, so that the first layer is also the last. Move it "
            "out to the level of `for`.",
        ),
        Mistake(
            AlwaysTheFirstInputs,
            "Every layer gets the very first inputs, and only the last one's outputs count. What "
            "should the second layer be given?",
        ),
        Mistake(
            LastLayerFirst,
            "The layers run from the last to the first. In the list, the first one is next to the "
            "inputs.",
        ),
        Mistake(
            NestedWeights,
            "`weights` is a list of lists, one a layer. An optimizer needs one flat list of "
            "variables.",
        ),
        Mistake(
            WeightsOfTheLast,
            "`weights` holds those of the last layer only: each turn of the loop replaces what the "
            "turn before had found.",
        ),
        Mistake(
            GrowsTheFirstList,
            "You extend the first layer's own list, and it grows each time that somebody looks. "
            "Begin with a new, empty list.",
        ),
        Mistake(
            CopiesOfWeights,
            "You hand out copies: an optimizer would move those, and the layers would never know. "
            "Hand out the variables themselves.",
        ),
    ],
)
