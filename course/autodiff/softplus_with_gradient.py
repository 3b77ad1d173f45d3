"""A derivative of one's own: softplus by `tf.custom_gradient`, with the chain rule kept.

Source: the documentation of `tf.custom_gradient`,
https://www.tensorflow.org/api_docs/python/tf/custom_gradient.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def softplus_with_gradient(x):
    r"""Computes $\ln(1 + e^x)$ by `tf.custom_gradient`, with a stable derivative of its own.

    A function decorated with `tf.custom_gradient` returns two things: its result, and a function
    that turns the incoming gradient $\partial L / \partial y$ into $\partial L / \partial x$. Here
    the derivative is $e^x / (1 + e^x)$, written so that it is right at ±1000, too: 1 and 0; and so
    is the value: 1000 and 0. The incoming gradient may be any tensor of the result's shape. It
    works in eager mode and inside `tf.function`, in the dtype of `x`. Write softplus yourself:
    TensorFlow's and Keras' own are no answer here.

    Args:
        x: Tensor of any shape, float32 or float64.

    Returns:
        The values: same shape and dtype as `x`.

    Examples:
        >>> x = tf.constant([-1000.0, 0.0, 1000.0])
        >>> with tf.GradientTape() as tape:
        ...     tape.watch(x)
        ...     total = tf.reduce_sum(3.0 * softplus_with_gradient(x))
        >>> tape.gradient(total, x).numpy()
        array([0. , 1.5, 3. ], dtype=float32)
    """

    ### BEGIN SOLUTION
    @tf.custom_gradient
    def softplus(x):
        def gradient(upstream):
            return upstream * tf.sigmoid(x)

        return tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x))), gradient

    return softplus(x)
    ### END SOLUTION


def _stable(x):
    return tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))


def _with(value, gradient):
    """Softplus with that value and that function of x and the incoming gradient."""
    return tf.custom_gradient(lambda x: (value(x), lambda upstream: gradient(x, upstream)))


def incoming_ignored(x):
    return _with(_stable, lambda x, upstream: 1.0 - 1.0 / (1.0 + tf.exp(x)))(x)


def value_overflows(x):
    naive = _with(
        lambda x: tf.math.log(1.0 + tf.exp(x)),
        lambda x, upstream: upstream * (1.0 - 1.0 / (1.0 + tf.exp(x))),
    )
    return naive(x)


def derivative_overflows(x):
    return _with(_stable, lambda x, upstream: upstream * tf.exp(x) / (1.0 + tf.exp(x)))(x)


def falling_derivative(x):
    return _with(_stable, lambda x, upstream: upstream / (1.0 + tf.exp(x)))(x)


def no_gradient_of_its_own(x):
    return _stable(x)


def in_a_graph(candidate, setting):
    """Value and gradient out of a graph, and who made the derivative in it."""
    rng = np.random.default_rng([setting.seed, 54])
    x = tf.constant([1000.0, -1000.0, *rng.normal(0.0, 3.0, 4)], setting.precision)
    incoming = tf.constant(rng.normal(0.0, 2.0, 6), setting.precision)

    def both(x, incoming):
        with tf.GradientTape() as tape:
            tape.watch(x)
            value = candidate(x)
        return value, tape.gradient(value, x, incoming)

    spec = tf.TensorSpec([None], x.dtype)
    concrete = tf.function(both).get_concrete_function(spec, spec)
    graph = concrete.graph.as_graph_def()
    nodes = [*graph.node, *(node for one in graph.library.function for node in one.node_def)]
    own = any("_gradient_op_type" in node.attr for node in nodes)
    value, gradient = concrete(x, incoming)
    return {
        "the value": value,
        "the gradient": gradient,
        "where its derivative comes from": "tf.custom_gradient"
        if own
        else "TensorFlow's own rules",
    }


FAR = [
    case(x=[1000.0, -1000.0, 100.0, -100.0, 89.0, -89.0]),
    case(x=uniform(16, low=-1000.0, high=1000.0)),
]
MODERATE = [case(x=normal(16, scale=3.0)), case(x=normal(4, 3)), case(x=normal())]

exercise = Exercise(
    softplus_with_gradient,
    points=3,
    minutes=15,
    difficulty=4,
    importance=3,
    after="stable_softplus",
    teaches=["A-19", "A-20", "A-21", "A-22"],
    questions=[
        ask.values("softplus_with_gradient(x)", case(x=[-2.0, 0.0, 2.0]), *MODERATE),
        ask.values("softplus_with_gradient(x)", *FAR, name="far out", title="Values far out"),
        ask.gradient("softplus_with_gradient(x)", *MODERATE, with_respect_to="x"),
        ask.gradient(
            "softplus_with_gradient(x)",
            *FAR,
            with_respect_to="x",
            name="gradient far out",
            title="Gradient far out",
        ),
        ask.gradient(
            "tf.reduce_sum(w * softplus_with_gradient(2.0 * x))",
            case(x=normal(12), w=normal(12, scale=3.0)),
            case(x=normal(4, 3), w=normal(4, 3, scale=3.0)),
            with_respect_to="x",
            name="chain rule",
            title="Inside a longer calculation",
        ),
        ask.behaviour(
            in_a_graph,
            name="graph mode",
            title="In a graph, by tf.custom_gradient",
            scale=1000.0,
            weight=3,
        ),
        ask.values(
            "tf.cast(softplus_with_gradient(tf.cast(x, tf.float64)) + tf.constant(0.0, "
            "tf.float64), tf.float32)",
            case(x=normal(6, scale=3.0)),
            name="float64",
            title="Of a float64 tensor, added to one more",
            weight=0.5,
        ),
    ],
    hints=[
        "Two separate things can overflow, the value and the derivative. Which of them does a "
        "gradient of your own mend, and what mends the other?",
        r"$e^x / (1 + e^x)$ is ∞ / ∞ at 1000. Divide both by $e^x$: what does $1 / (1 + e^{-x})$ "
        r"give where $e^{-x}$ is infinite? And which ready-made function is it?",
        "The inner function gets the incoming gradient and returns it *times* the derivative: "
        "that is the chain rule. For the value, `stable_softplus` has the form.",
        "@tf.custom_gradient\ndef softplus(x):\n    def gradient(upstream):\n        return …\n\n"
        "    return …, gradient\n\nreturn softplus(x)",
    ],
    forbids=[
        "tensorflow.math.softplus",
        "tensorflow.compat.v1.math.softplus",
        "tensorflow.raw_ops.Softplus",
        "keras.ops.softplus",
        "keras.activations.softplus",
    ],
    allows=["stable_softplus"],
    mistakes=[
        Mistake(
            incoming_ignored,
            "You return the derivative alone, as if softplus were the end of the calculation. "
            "What comes in from the later steps must be multiplied by it: the chain rule.",
        ),
        Mistake(
            value_overflows,
            "The gradient is right, but the value is infinite from 89 on: a gradient of your own "
            "mends only the way back. How is the value computed without overflow?",
        ),
        Mistake(
            derivative_overflows,
            "The value is right, but far out your derivative is ∞ / ∞, which is NaN. Rewrite the "
            "fraction so that at most one part of it overflows.",
        ),
        Mistake(
            falling_derivative,
            "Your derivative falls from 1 to 0, but softplus gets steeper: 0 far to the left, 1 "
            "far to the right. 1 minus yours is right.",
        ),
        Mistake(
            no_gradient_of_its_own,
            "All numbers are right, but TensorFlow found the derivative. The task is to write it "
            "down yourself, by `tf.custom_gradient`.",
        ),
    ],
)
