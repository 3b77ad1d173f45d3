"""Two gradients at one point: a tape that may be asked twice, or two tapes.

Source: the guide to automatic differentiation, https://www.tensorflow.org/guide/autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def two_gradients(f, g, variable):
    r"""Differentiates two functions of one variable, each for itself.

    The result is the pair $(\partial f / \partial v, \partial g / \partial v)$, both of the
    variable's shape. A plain tape answers one question and then lets go of all that it recorded;
    a persistent one answers several, and should be deleted when it is done. It works in eager
    mode and inside `tf.function`, and keeps to the variable's dtype.

    Args:
        f: A function of one variable, made of TensorFlow's operations. It depends on the variable
            and returns a scalar tensor.
        g: Another such function.
        variable: A trainable `tf.Variable` of any shape and float dtype; it is left as it is.

    Returns:
        Tuple of two tensors of the variable's shape and dtype, the gradient of `f` first.

    Examples:
        >>> of_f, of_g = two_gradients(lambda v: v**2, lambda v: v**3, tf.Variable(2.0))
        >>> float(of_f), float(of_g)
        (4.0, 12.0)
    """
    ### BEGIN SOLUTION
    with tf.GradientTape(persistent=True) as tape:
        value_of_f = f(variable)
        value_of_g = g(variable)
    both = tape.gradient(value_of_f, variable), tape.gradient(value_of_g, variable)
    del tape
    return both
    ### END SOLUTION


def tape_asked_twice(f, g, variable):
    with tf.GradientTape() as tape:
        y, z = f(variable), g(variable)
    return tape.gradient(y, variable), tape.gradient(z, variable)


def both_in_one_question(f, g, variable):
    with tf.GradientTape() as tape:
        values = [f(variable), g(variable)]
    return tape.gradient(values, variable)


def second_after_the_tape(f, g, variable):
    with tf.GradientTape(persistent=True) as tape:
        y = f(variable)
    z = g(variable)
    return tape.gradient(y, variable), tape.gradient(z, variable)


def deleted_too_early(f, g, variable):
    with tf.GradientTape(persistent=True) as tape:
        y, z = f(variable), g(variable)
    first = tape.gradient(y, variable)
    del tape
    return first, tape.gradient(z, variable)  # noqa: F821


def g_of_f(f, g, variable):
    with tf.GradientTape(persistent=True) as tape:
        y = f(variable)
        z = g(y)
    return tape.gradient(y, variable), tape.gradient(z, variable)


def first_one_twice(f, g, variable):
    with tf.GradientTape(persistent=True) as tape:
        values = f(variable), g(variable)
    first = tape.gradient(values[0], variable)
    second = tape.gradient(values[0], variable)
    return first, second


def stacked(f, g, variable):
    return tf.stack(two_gradients(f, g, variable))


def _length(v):
    return tf.reduce_sum(v**2)


def _product(v):
    return tf.exp(v[0]) * v[1]


def in_a_graph(candidate, setting):
    """The two gradients out of a graph, before and after the variable holds other numbers."""
    numbers = np.random.default_rng([setting.seed, 54]).uniform(0.5, 1.5, (2, 2))
    first, second = numbers.astype(setting.precision)
    v = tf.Variable(first)

    @tf.function
    def traced():
        return candidate(_length, _product, v)

    before = traced()
    v.assign(second)
    return {
        "two_gradients(f, g, v) inside tf.function, f(v) = v₁² + v₂², g(v) = exp(v₁)·v₂": before,
        "the same graph when v holds other numbers": traced(),
    }


exercise = Exercise(
    two_gradients,
    points=2,
    minutes=6,
    difficulty=2,
    importance=4,
    after="gradient_at",
    teaches=["A-06", "A-07"],
    questions=[
        ask.values(
            "two_gradients(lambda v: v**2, lambda v: 2.0 * v**3 - v, v)",
            case(v=3.0),
            case(v=uniform(low=1.0, high=4.0)),
            title="A number",
            variables=["v"],
        ),
        ask.values(
            "two_gradients(lambda v: tf.reduce_sum(x * v), lambda v: tf.reduce_sum(v**3), v)",
            case(v=normal(4), x=normal(4)),
            case(v=normal(2, 3), x=normal(2, 3)),
            name="shapes",
            title="Vectors and matrices",
            variables=["v"],
        ),
        ask.values(
            "two_gradients(lambda v: v**2, lambda v: 5.0 * v, tf.Variable(tf.cast(v, tf.float16)))",
            case(v=uniform(low=1.0, high=2.0)),
            name="half precision",
            title="A variable of float16",
            weight=0.5,
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph"),
    ],
    hints=[
        "How often will you ask the tape? How often does a plain tape answer?",
        "Either two tapes, one for each function, or `tf.GradientTape(persistent=True)`, which "
        "may be asked as often as you like. `del tape` frees what it holds.",
        "Both functions are called inside the `with`. The tape is asked after it, once for each "
        "value.",
        "with tf.GradientTape(…) as tape:\n    value_of_f = …\n    value_of_g = …\n"
        "both = tape.gradient(…), tape.gradient(…)\ndel tape\nreturn both",
    ],
    mistakes=[
        Mistake(
            tape_asked_twice,
            "The second question to your tape raises: a plain tape lets go of its records after "
            "the first. Which kind of tape keeps them?",
        ),
        Mistake(
            both_in_one_question,
            "Asked about several values at once, a tape gives the gradient of their sum: one "
            "tensor in which nobody can tell f from g. Ask about each.",
        ),
        Mistake(
            second_after_the_tape,
            "The second gradient is None: g was called when the tape had stopped. Call both "
            "functions inside the `with`.",
        ),
        Mistake(
            deleted_too_early,
            "You delete the tape while there is a question left. Delete it when both gradients "
            "are there.",
        ),
        Mistake(
            g_of_f,
            "You give g what f returned, so that your second gradient is that of g(f(v)). Both "
            "functions take the variable.",
        ),
        Mistake(
            first_one_twice,
            "Both of your gradients are those of f. Which value do you ask about the second time?",
        ),
        Mistake(
            stacked,
            "The numbers are right, but they come as one tensor. A pair is asked for.",
        ),
    ],
)
