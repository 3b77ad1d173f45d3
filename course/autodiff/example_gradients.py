"""A gradient for each of several outputs: the Jacobian, where a plain gradient would add them up.

Source: the guide to advanced automatic differentiation,
https://www.tensorflow.org/guide/advanced_autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def example_gradients(f, variable):
    r"""Differentiates each of a function's outputs for itself: the Jacobian.

    Where a function gives a number for each example, `tape.gradient` tells only how their *sum*
    changes. The Jacobian $J_{i \dots} = \partial f_i / \partial v_{\dots}$ keeps them apart: its
    first axis counts the outputs, the others are those of the variable. It works in eager mode and
    inside `tf.function`, and keeps to the variable's dtype.

    Args:
        f: A function of one variable, made of TensorFlow's operations. It returns a tensor of
            shape (n,), and each of its n numbers depends on the variable.
        variable: A trainable `tf.Variable` of any shape and float dtype; it is left as it is.

    Returns:
        A tensor of shape (n, …): (n,) for a variable that is one number, (n, d) for one of shape
        (d,), (n, d, k) for one of shape (d, k). Its dtype is the variable's.

    Examples:
        >>> x = tf.constant([1.0, 2.0, 3.0])
        >>> example_gradients(lambda w: x * w[0] ** 2 + w[1], tf.Variable([5.0, 3.0])).numpy()
        array([[10.,  1.],
               [20.,  1.],
               [30.,  1.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        values = f(variable)
    return tape.jacobian(values, variable)
    ### END SOLUTION


def gradient_of_the_sum(f, variable):
    with tf.GradientTape() as tape:
        values = f(variable)
    return tape.gradient(values, variable)


def gradient_of_the_mean(f, variable):
    with tf.GradientTape() as tape:
        value = tf.reduce_mean(f(variable))
    return tape.gradient(value, variable)


def _rows(f, variable):
    """The gradients of the outputs, in a list."""
    with tf.GradientTape(persistent=True) as tape:
        values = tf.unstack(f(variable))
    return [tape.gradient(one, variable) for one in values]


def picked_after_the_tape(f, variable):
    with tf.GradientTape(persistent=True) as tape:
        values = f(variable)
    return tf.stack([tape.gradient(values[i], variable) for i in range(len(values))])


def tape_asked_many_times(f, variable):
    with tf.GradientTape() as tape:
        values = tf.unstack(f(variable))
    return tf.stack([tape.gradient(one, variable) for one in values])


def outputs_last(f, variable):
    return tf.stack(_rows(f, variable), axis=-1)


def list_of_gradients(f, variable):
    return _rows(f, variable)


def flattened(f, variable):
    return tf.stack([tf.reshape(one, [-1]) for one in _rows(f, variable)])


def _waves(v):
    return tf.stack([v[0] ** 2, v[0] * v[1], tf.exp(v[1])])


def in_a_graph(candidate, setting):
    """The Jacobian out of a graph, before and after the variable holds other numbers."""
    numbers = np.random.default_rng([setting.seed, 55]).uniform(0.5, 1.5, (2, 2))
    first, second = numbers.astype(setting.precision)
    v = tf.Variable(first)

    @tf.function
    def traced():
        return candidate(_waves, v)

    before = traced()
    v.assign(second)
    return {
        "example_gradients(f, v) inside tf.function, f(v) = [v₁², v₁·v₂, exp(v₂)]": before,
        "the same graph when v holds other numbers": traced(),
    }


exercise = Exercise(
    example_gradients,
    points=2,
    minutes=8,
    difficulty=3,
    importance=3,
    after="two_gradients",
    teaches=["A-12", "A-13"],
    questions=[
        ask.values(
            "example_gradients(lambda w: x * w[0]**2 + w[1]**3, w)",
            case(x=[1.0, 2.0, 3.0], w=[5.0, 3.0]),
            case(x=normal(4), w=normal(2)),
            title="A vector",
            variables=["w"],
            weight=2,
        ),
        ask.values(
            "example_gradients(lambda w: tf.reduce_sum(tf.sin(x @ w), axis=1), w)",
            case(x=normal(3, 2), w=normal(2, 4)),
            name="matrix",
            title="A matrix, and three examples",
            variables=["w"],
            products=True,
        ),
        ask.values(
            "example_gradients(lambda s: x * s**2, s)",
            case(x=normal(4), s=uniform(low=1.0, high=3.0)),
            name="number",
            title="A single number",
            variables=["s"],
            weight=0.5,
        ),
        ask.values(
            "example_gradients(lambda w: w[0] * w, tf.Variable(tf.cast(w, tf.float16)))",
            case(w=uniform(3, low=1.0, high=2.0)),
            name="half precision",
            title="A variable of float16",
            weight=0.5,
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph"),
    ],
    hints=[
        "How many numbers does f give, and how many does the variable hold? How many derivatives "
        "does that make?",
        "`tape.gradient` adds up what several outputs have to say. A tape has another method, "
        "which keeps them apart.",
        "`tape.jacobian(values, variable)` puts the outputs first. By hand: a persistent tape, "
        "asked about one output after another, and the answers stacked.",
        "with tf.GradientTape() as tape:\n    values = …\nreturn tape.…(values, variable)",
    ],
    mistakes=[
        Mistake(
            gradient_of_the_sum,
            "Asked for the gradient of several numbers, a tape gives that of their sum: the "
            "examples are mixed up in it. Which method of a tape keeps the outputs apart?",
        ),
        Mistake(
            gradient_of_the_mean,
            "You average the outputs first, and so you learn about the average only. Each output "
            "should keep a gradient of its own.",
        ),
        Mistake(
            picked_after_the_tape,
            "The tape gives None: an output that is picked out after the `with` is a new tensor, "
            "of which it has heard nothing. Take the outputs apart while it runs.",
        ),
        Mistake(
            tape_asked_many_times,
            "The second question to your tape raises. Make it persistent, or ask once for all "
            "outputs.",
        ),
        Mistake(
            outputs_last,
            "All numbers are there, but your last axis counts the outputs. It should be the first.",
        ),
        Mistake(
            list_of_gradients,
            "You return a Python list of gradients. One tensor is asked for.",
        ),
        Mistake(
            flattened,
            "You lay out the variable's numbers in a row. The axes behind the first should be "
            "those of the variable, however many it has.",
        ),
    ],
)
