"""A gradient changed on its way back: nothing happens forward, the gradient is clipped backward.

Source: the documentation of `tf.custom_gradient`,
https://www.tensorflow.org/api_docs/python/tf/custom_gradient.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def clip_gradient(x, limit):
    r"""Hands x on as it is, and clips the gradient that comes back through it.

    Forward it is the identity. Backward every element of the incoming gradient is clipped by
    value: what is greater than `limit` becomes `limit`, what is less than `-limit` becomes
    `-limit`, all else passes. `limit` itself needs no gradient. It works in eager mode and inside
    `tf.function`, in the dtype of `x`.

    Args:
        x: Tensor of any shape, float32 or float64.
        limit: The bound, greater than 0: a Python number, or a scalar tensor of the dtype of `x`.

    Returns:
        A tensor that equals `x`.

    Examples:
        >>> x = tf.constant([1.0, 2.0, 3.0])
        >>> with tf.GradientTape() as tape:
        ...     tape.watch(x)
        ...     total = tf.reduce_sum(tf.constant([-5.0, 0.1, 5.0]) * clip_gradient(x, 0.5))
        >>> tape.gradient(total, x).numpy()
        array([-0.5,  0.1,  0.5], dtype=float32)
    """

    ### BEGIN SOLUTION
    @tf.custom_gradient
    def identity(x):
        def gradient(upstream):
            return tf.clip_by_value(upstream, -limit, limit)

        return tf.identity(x), gradient

    return identity(x)
    ### END SOLUTION


def _backward(x, gradient):
    """The identity, with that function of the incoming gradient."""
    return tf.custom_gradient(lambda x: (tf.identity(x), gradient))(x)


def values_clipped(x, limit):
    return tf.clip_by_value(x, -limit, limit)


def values_clipped_too(x, limit):
    return _backward(
        tf.clip_by_value(x, -limit, limit), lambda g: tf.clip_by_value(g, -limit, limit)
    )


def one_side_only(x, limit):
    return _backward(x, lambda g: tf.minimum(g, limit))


def clipped_by_norm(x, limit):
    return _backward(x, lambda g: tf.clip_by_norm(g, limit))


def incoming_ignored(x, limit):
    return _backward(x, lambda g: tf.clip_by_value(tf.ones_like(g), -limit, limit))


def limit_of_one(x, limit):
    return _backward(x, lambda g: tf.clip_by_value(g, -1.0, 1.0))


def _traced(candidate, limit, dtype):
    spec = tf.TensorSpec([None], dtype)

    @tf.function(input_signature=[spec, spec])
    def both(x, incoming):
        with tf.GradientTape() as tape:
            tape.watch(x)
            # In the graph a tensor is to be a symbolic one.
            value = candidate(x, tf.identity(limit) if tf.is_tensor(limit) else limit)
        return value, tape.gradient(value, x, incoming)

    return both


def in_a_graph(candidate, setting):
    """Values and gradients out of graphs: the limit a number, and a tensor."""
    rng = np.random.default_rng([setting.seed, 55])
    x = tf.constant(rng.normal(0.0, 3.0, 8), setting.precision)
    incoming = tf.constant(rng.normal(0.0, 2.0, 8), setting.precision)
    told = {}
    for said, limit in (("0.75", 0.75), ("tf.constant(1.25)", tf.constant(1.25, x.dtype))):
        value, gradient = _traced(candidate, limit, x.dtype)(x, incoming)
        told[f"clip_gradient(x, {said})"] = value
        told[f"the gradient through clip_gradient(x, {said})"] = gradient
    return told


exercise = Exercise(
    clip_gradient,
    points=3,
    minutes=15,
    difficulty=3,
    importance=3,
    after="softplus_with_gradient",
    teaches=["A-19", "A-22"],
    questions=[
        ask.values(
            "clip_gradient(x, 0.5)",
            case(x=[-1000.0, 0.0, 0.25, 2.0]),
            case(x=normal(16, scale=3.0)),
            case(x=normal(4, 3)),
            case(x=normal()),
            title="Forward",
        ),
        ask.gradient(
            "w * clip_gradient(x, 0.5)",
            case(x=[1.0, 2.0, 3.0], w=[-5.0, 0.125, 5.0]),
            case(x=normal(16), w=normal(16)),
            case(x=normal(4, 3), w=normal(4, 3)),
            case(x=normal(), w=uniform(low=1.0, high=3.0)),
            with_respect_to="x",
            weight=2,
        ),
        ask.gradient(
            "tf.reduce_sum(w * clip_gradient(3.0 * x, 2))",
            case(x=normal(16), w=normal(16, scale=3.0)),
            with_respect_to="x",
            name="another limit",
            title="Limit 2, inside a longer calculation",
        ),
        ask.gradient(
            "w * clip_gradient(x, limit)",
            case(x=normal(12), w=normal(12, scale=2.0), limit=uniform(low=0.3, high=0.8)),
            case(x=normal(12), w=normal(12, scale=4.0), limit=uniform(low=1.5, high=3.0)),
            with_respect_to="x",
            name="limit as a tensor",
            title="The limit as a tensor",
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph", scale=5.0),
        ask.gradient(
            "tf.cast(w, tf.float64) * clip_gradient(tf.cast(x, tf.float64), 0.5)",
            case(x=normal(6), w=normal(6)),
            with_respect_to="x",
            name="float64",
            title="Of a float64 tensor",
            weight=0.5,
        ),
    ],
    hints=[
        "Two directions: what goes forward, and what comes back. Which of them is to change?",
        "`tf.custom_gradient` decorates a function that returns its result and a second function. "
        "The second gets the incoming gradient, and what it returns goes on backward.",
        "Forward `tf.identity(x)`, backward `tf.clip_by_value` of what came in. If only x is an "
        "argument of the decorated function, only x needs a gradient.",
        "@tf.custom_gradient\ndef identity(x):\n    def gradient(upstream):\n        return …\n\n"
        "    return …, gradient\n\nreturn identity(x)",
    ],
    mistakes=[
        Mistake(
            values_clipped,
            "You clip x itself: the gradient passes whole where x lies within the limit, and not "
            "at all beyond. It is about what comes back; forward nothing changes.",
        ),
        Mistake(
            values_clipped_too,
            "The gradient is clipped as asked, but so are the values: forward x passes as it is.",
        ),
        Mistake(
            one_side_only,
            "Large positive gradients are clipped, large negative ones pass: the bound holds on "
            "both sides.",
        ),
        Mistake(
            clipped_by_norm,
            "You scale the whole gradient down to a norm, so that small elements shrink, too. "
            "Clipped by value, each element is looked at by itself.",
        ),
        Mistake(
            incoming_ignored,
            "What you clip is 1, the identity's own derivative, whatever comes in. The incoming "
            "gradient is what is to be clipped and passed on.",
        ),
        Mistake(limit_of_one, "Your bound is always 1. Which argument says where to clip?"),
    ],
)
