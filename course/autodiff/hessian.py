"""Second derivatives: the gradients of gradients, which an outer tape must see being computed.

Source: the guide to advanced automatic differentiation,
https://www.tensorflow.org/guide/advanced_autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def hessian(f, variables):
    r"""Computes all second derivatives of a function of several variables.

    Row i, column j holds $\frac{\partial^2 f}{\partial w_i \, \partial w_j}$. To differentiate a
    gradient, another tape has to record how that gradient is computed. Where a gradient does not
    depend on a variable any more, the entry may be 0 or None, as you like. It works in eager mode
    and inside `tf.function`, and keeps to the variables' dtype.

    Args:
        f: A function of as many arguments as there are variables, called as `f(*variables)`. It
            is made of TensorFlow's operations, depends on every variable, and returns a scalar
            tensor.
        variables: List of one or more trainable scalar `tf.Variable`s, of one float dtype; they
            are left as they are.

    Returns:
        List of lists of scalar tensors, a row for each variable, with 0 or None where nothing is
        connected.

    Examples:
        >>> w1, w2 = tf.Variable(5.0), tf.Variable(3.0)
        >>> rows = hessian(lambda w1, w2: 3.0 * w1**2 + 2.0 * w1 * w2, [w1, w2])
        >>> [[0.0 if one is None else float(one) for one in row] for row in rows]
        [[6.0, 2.0], [2.0, 0.0]]
    """
    ### BEGIN SOLUTION
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            value = f(*variables)
        gradients = inner.gradient(value, variables)
    rows = [outer.gradient(one, variables) for one in gradients]
    del outer
    return rows
    ### END SOLUTION


def _recorded(f, variables):
    """A tape that saw the gradients being computed, and the gradients."""
    with tf.GradientTape(persistent=True) as outer:
        with tf.GradientTape() as inner:
            value = f(*variables)
        gradients = inner.gradient(value, variables)
    return outer, gradients


def gradient_outside_the_outer_tape(f, variables):
    with tf.GradientTape(persistent=True) as outer, tf.GradientTape() as inner:
        value = f(*variables)
    gradients = inner.gradient(value, variables)
    return [outer.gradient(one, variables) for one in gradients]


def outer_tape_asked_twice(f, variables):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            value = f(*variables)
        gradients = inner.gradient(value, variables)
    return [outer.gradient(one, variables) for one in gradients]


def rows_added_up(f, variables):
    outer, gradients = _recorded(f, variables)
    return outer.gradient(gradients, variables)


def diagonal_only(f, variables):
    outer, gradients = _recorded(f, variables)
    pairs = zip(gradients, variables, strict=True)
    return [outer.gradient(gradient, variable) for gradient, variable in pairs]


def stacked_with_none(f, variables):
    outer, gradients = _recorded(f, variables)
    return tf.stack([tf.stack(outer.gradient(one, variables)) for one in gradients])


def filled(rows, dtype):
    """Rows with a tensor of 0 for None and for a plain 0, which say the same; the rest as it is."""

    def entry(one):
        nothing = one is None or (type(one) in (int, float) and one == 0)
        return tf.zeros((), dtype) if nothing else one

    def row(one):
        return [entry(item) for item in one] if isinstance(one, list | tuple) else one

    return [row(one) for one in rows] if isinstance(rows, list | tuple) else rows


def _lesson(a, b):
    return 3.0 * a**2 + 2.0 * a * b


def _three(a, b, c):
    return a**2 * b * c + tf.sin(b) + c**3


def _scene(f, formula, count, dtype=None):
    """The second derivatives at a point that the seed draws, 0 standing for None."""
    names = ", ".join("abc"[:count])

    def scene(candidate, setting):
        kind = dtype or setting.precision
        numbers = np.random.default_rng([setting.seed, 56, count]).uniform(1.0, 3.0, count)
        rows = candidate(f, [tf.Variable(one, dtype=kind) for one in numbers])
        return {f"hessian(f, [{names}]) for f = {formula}, None read as 0": filled(rows, kind)}

    return scene


def in_a_graph(candidate, setting):
    """The second derivatives out of a graph, before and after the variables hold other numbers."""
    numbers = np.random.default_rng([setting.seed, 57]).uniform(1.0, 3.0, (2, 3))
    variables = [tf.Variable(one, dtype=setting.precision) for one in numbers[0]]

    @tf.function
    def traced():
        return filled(candidate(_three, variables), setting.precision)

    before = traced()
    for variable, number in zip(variables, numbers[1], strict=True):
        variable.assign(number.astype(setting.precision))
    return {
        "hessian(f, [a, b, c]) inside tf.function, for f = a²·b·c + sin(b) + c³": before,
        "the same graph when a, b and c hold other numbers": traced(),
    }


exercise = Exercise(
    hessian,
    points=3,
    minutes=15,
    difficulty=4,
    importance=3,
    after="example_gradients",
    teaches=["A-14"],
    questions=[
        ask.behaviour(
            _scene(_lesson, "3·a² + 2·a·b", 2),
            name="lesson",
            title="The lesson's function",
            needs="three",  # its second derivatives are the same everywhere
        ),
        ask.behaviour(
            _scene(_three, "a²·b·c + sin(b) + c³", 3), name="three", title="Three variables"
        ),
        ask.behaviour(
            _scene(lambda a: a**3, "a³", 1), name="one", title="One variable", weight=0.5
        ),
        ask.behaviour(
            _scene(lambda a, b, c: 5.0 * a + b * tf.exp(b) - 2.0 * c, "5·a + b·exp(b) − 2·c", 3),
            name="apart",
            title="Where nothing is connected",
        ),
        ask.behaviour(
            _scene(lambda a, b: a**2 * b**2, "a²·b²", 2, "float16"),
            name="half precision",
            title="Variables of float16",
            weight=0.5,
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph"),
    ],
    hints=[
        "What you can do to a value you can do to a gradient, if only somebody records how it was "
        "computed.",
        "Two tapes, one inside the other. The inner one gives the gradients, and it is asked "
        "while the outer one still runs.",
        "Then the outer tape is asked about each gradient, with respect to all variables: that "
        "makes a row. It is asked several times, so it must be…?",
        "with tf.GradientTape(…) as outer:\n    with tf.GradientTape() as inner:\n        …\n"
        "    gradients = inner.gradient(…)\nrows = [outer.gradient(…) for one in gradients]",
    ],
    mistakes=[
        Mistake(
            gradient_outside_the_outer_tape,
            "Everything is None: the outer tape had stopped when the gradients were computed. Ask "
            "the inner tape while the outer one runs. How far must that line be indented?",
        ),
        Mistake(
            outer_tape_asked_twice,
            "Your outer tape is asked once for each row, and a plain tape answers only once. "
            "Which argument makes it last?",
        ),
        Mistake(
            rows_added_up,
            "You give the outer tape all gradients at once, and it differentiates their sum: the "
            "rows come out added up. Ask about one gradient after another.",
        ),
        Mistake(
            diagonal_only,
            "You differentiate each gradient with respect to its own variable only. What happens "
            "to it when another variable changes?",
        ),
        Mistake(
            stacked_with_none,
            "`tf.stack` cannot stack None, which a tape gives where nothing is connected. A list "
            "of lists is asked for, and it may hold None.",
        ),
    ],
)
