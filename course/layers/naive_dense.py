"""A dense layer in plain Python: state and computation, and nothing inferred.

Source: the affine map of every textbook on neural networks.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


class NaiveDense:
    r"""A dense layer without Keras: computes $f(x W + b)$ with weights of its own.

    A plain Python class. An instance is called like a function with a float32 tensor x of shape
    (n, input_size), in eager mode or in a graph, and returns `activation(x @ W + b)`, of shape
    (n, output_size). Its `weights` are a list of two trainable float32 `tf.Variable`s: W of shape
    (input_size, output_size), which starts with random numbers, and b of shape (output_size,).
    Whoever changes them by `assign` changes what the next call gives. `keras.layers.Dense` is no
    answer here.

    Args:
        input_size: How many features an example has.
        output_size: How many numbers come out for an example.
        activation: A callable from tensor to tensor, such as `tf.nn.relu`.

    Examples:
        >>> layer = NaiveDense(input_size=3, output_size=2, activation=tf.nn.relu)
        >>> layer(tf.ones((4, 3))).shape
        TensorShape([4, 2])
        >>> [tuple(one.shape) for one in layer.weights]
        [(3, 2), (2,)]
    """

    def __init__(self, input_size, output_size, activation):
        ### BEGIN SOLUTION
        limit = (6.0 / (input_size + output_size)) ** 0.5
        self.W = tf.Variable(tf.random.uniform((input_size, output_size), -limit, limit))
        self.b = tf.Variable(tf.zeros(output_size))
        self.activation = activation

    def __call__(self, inputs):
        return self.activation(tf.matmul(inputs, self.W) + self.b)

    @property
    def weights(self):
        return [self.W, self.b]
        ### END SOLUTION


class BiasNeverAdded(NaiveDense):
    def __call__(self, inputs):
        return self.activation(tf.matmul(inputs, self.W))


class ActivationForgotten(NaiveDense):
    def __call__(self, inputs):
        return tf.matmul(inputs, self.W) + self.b


class ActivationBeforeBias(NaiveDense):
    def __call__(self, inputs):
        return self.activation(tf.matmul(inputs, self.W)) + self.b


class NoVariables(NaiveDense):
    def __init__(self, input_size, output_size, activation):
        self.W = tf.random.uniform((input_size, output_size))
        self.b = tf.zeros(output_size)
        self.activation = activation


class SizesSwapped(NaiveDense):
    def __init__(self, input_size, output_size, activation):
        super().__init__(output_size, input_size, activation)


class WeightsInCall(NaiveDense):
    def __init__(self, input_size, output_size, activation):
        super().__init__(input_size, output_size, activation)
        self.sizes = input_size, output_size

    def __call__(self, inputs):
        self.W = tf.Variable(tf.random.uniform(self.sizes))
        self.b = tf.Variable(tf.zeros(self.sizes[1]))
        return super().__call__(inputs)


class ZeroWeights(NaiveDense):
    def __init__(self, input_size, output_size, activation):
        super().__init__(input_size, output_size, activation)
        self.W.assign(tf.zeros((input_size, output_size)))


class SharedByTheClass(NaiveDense):
    W = b = None

    def __init__(self, input_size, output_size, activation):
        super().__init__(input_size, output_size, activation)
        made = type(self)
        if made.W is None or made.W.shape != self.W.shape:
            made.W, made.b = self.W, self.b
        self.W, self.b = made.W, made.b


NONE = "none: some step left TensorFlow"


def _numbers(setting, *shape, seed=0):
    return (
        np.random.default_rng([setting.seed, seed, *shape])
        .uniform(-1.0, 1.0, shape)
        .astype("float32")
    )


def _with_numbers(setting, layer, seed=0):
    """The layer, its weights being numbers of ours, the bias included."""
    for weight in layer.weights:
        weight.assign(_numbers(setting, *weight.shape, seed=seed))
    return layer


def described(weight):
    """What a weight is: `trainable tf.Variable of shape (3, 2), float32`."""
    if not isinstance(weight, tf.Variable):
        return f"{type(weight).__name__}, no tf.Variable"
    trainable = "trainable" if weight.trainable else "not trainable"
    return f"{trainable} tf.Variable of shape {tuple(weight.shape)}, {weight.dtype.name}"


def its_weights(candidate, setting):
    """What `weights` holds."""
    layer = candidate(3, 2, tf.nn.relu)
    yield "NaiveDense(3, 2, tf.nn.relu).weights", [described(one) for one in layer.weights]
    yield "W is all zeros at the start", not np.any(layer.weights[0].numpy())
    other = candidate(activation=tf.tanh, output_size=6, input_size=5)
    yield "shape of W in NaiveDense(5, 6, tf.tanh)", str(tuple(other.weights[0].shape))


def its_outputs(candidate, setting):
    """Outputs for weights of ours, with several activations."""
    for name, activation, sizes in [
        ("tf.nn.relu", tf.nn.relu, (3, 4)),
        ("tf.nn.softmax", tf.nn.softmax, (4, 2)),
        ("lambda z: 2 * z", lambda z: 2.0 * z, (2, 1)),
    ]:
        layer = _with_numbers(setting, candidate(*sizes, activation))
        x = tf.constant(_numbers(setting, 5, sizes[0], seed=2))
        yield f"NaiveDense({sizes[0]}, {sizes[1]}, {name})(x), x of shape {x.shape}", layer(x)
    yield "how many weights it has after a call", len(layer.weights)
    _with_numbers(setting, layer, seed=3)
    yield "the same layer after its weights were assigned others", layer(x)


def side_by_side(candidate, setting):
    """An instance's outputs after another one was changed."""
    layer = _with_numbers(setting, candidate(3, 2, tf.tanh))
    _with_numbers(setting, candidate(3, 2, tf.nn.relu), seed=4)
    yield (
        "a layer after another one's weights were changed",
        layer(tf.constant(_numbers(setting, 4, 3))),
    )


def its_gradients(candidate, setting):
    """What a tape tells of the weights and the inputs."""
    layer, x = (
        _with_numbers(setting, candidate(3, 2, tf.tanh)),
        tf.constant(_numbers(setting, 4, 3)),
    )
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = tf.reduce_sum(tf.constant(_numbers(setting, 4, 2, seed=5)) * layer(x))
    names = ["W", "b", "the inputs"]
    for name, found in zip(names, tape.gradient(loss, [*layer.weights, x]), strict=True):
        yield f"the gradient with respect to {name}", NONE if found is None else found


def in_a_graph(candidate, setting):
    """Outputs of a traced function, before and after a change of the weights."""
    layer = _with_numbers(setting, candidate(3, 2, tf.tanh))
    traced = tf.function(
        lambda inputs: layer(inputs), input_signature=[tf.TensorSpec((None, 3), tf.float32)]
    )
    yield "a layer inside tf.function", traced(_numbers(setting, 4, 3))
    _with_numbers(setting, layer, seed=6)
    yield "the same after its weights were assigned others", traced(_numbers(setting, 2, 3))


def _scene(steps, **fields):
    return ask.behaviour(lambda candidate, setting: dict(steps(candidate, setting)), **fields)


exercise = Exercise(
    NaiveDense,
    points=2,
    minutes=10,
    difficulty=2,
    importance=4,
    after="exponential_layer",
    teaches=["Y-27", "Y-31"],
    questions=[
        _scene(its_weights, name="weights", title="Its weights", needs="outputs"),
        _scene(its_outputs, name="outputs", title="What it computes", products=True, weight=2),
        _scene(side_by_side, name="apart", title="Two share nothing", products=True, weight=0.5),
        _scene(its_gradients, name="gradients", title="Gradients by a tape", products=True),
        _scene(in_a_graph, name="graph mode", title="In a graph", products=True, weight=0.5),
    ],
    hints=[
        "Which part is made once, and which is computed at every call? Which method runs when?",
        "`__init__` makes two `tf.Variable`s and keeps the activation; `__call__` computes; "
        "`weights` is a list of the two variables, as an attribute or a property.",
        "activation(x @ W + b), with W of shape (input_size, output_size): every row of x is an "
        "example.",
        "self.W = tf.Variable(tf.random.uniform((…, …)))\nself.b = tf.Variable(tf.zeros(…))\n\n"
        "def __call__(self, inputs):\n    return self.activation(…)\n\n"
        "@property\ndef weights(self):\n    return [self.W, self.b]",
    ],
    forbids=["keras.layers.Dense"],
    mistakes=[
        Mistake(
            BiasNeverAdded,
            "The bias is made but takes no part in the output. As long as it is zero nobody sees "
            "that; trained, it would stay where it is.",
        ),
        Mistake(
            ActivationForgotten,
            "The affine part is right, but the activation is never called on it.",
        ),
        Mistake(
            ActivationBeforeBias,
            "You add the bias after the activation. What should the activation see?",
        ),
        Mistake(
            NoVariables,
            "Your weights are tensors, and tensors can't be changed: nothing could ever be "
            "learned. What holds a tensor that may be assigned to?",
        ),
        Mistake(
            SizesSwapped,
            "W has its axes the other way round: for x of shape (n, input_size) the product "
            "x @ W needs W to have input_size rows.",
        ),
        Mistake(
            WeightsInCall,
            "You make new weights at every call, so that whatever was learned is forgotten. Make "
            "them once: in which method?",
        ),
        Mistake(
            ZeroWeights,
            "W starts at zero. In a stack of such layers no gradient reaches the kernels, and nothing "
            "is learnt but the last bias. Start with random numbers.",
        ),
        Mistake(
            SharedByTheClass,
            "The weights hang on the class, so that two layers share them and disturb each other. "
            "Keep them on `self`.",
        ),
    ],
)
