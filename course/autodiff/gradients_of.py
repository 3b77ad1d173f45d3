"""All gradients at once: one pass forward with the tape running, one pass back.

Source: the guide to automatic differentiation, https://www.tensorflow.org/guide/autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def gradients_of(f, variables):
    r"""Differentiates a function with respect to all its variables, with a tape.

    For each variable the gradient $\partial f / \partial w$ has the variable's shape: one number
    for each number in it. A tape records what is computed while it runs, and goes back over it
    once, for however many variables. It works in eager mode and inside `tf.function`, and keeps to
    the variables' dtype.

    Args:
        f: A function of as many arguments as there are variables, called as `f(*variables)`. It
            is made of TensorFlow's operations, depends on every variable, and returns a scalar
            tensor.
        variables: List of one or more trainable `tf.Variable`s of any shapes, of one float dtype;
            they are left as they are.

    Returns:
        List of tensors, a gradient for each variable, of its shape and dtype.

    Examples:
        >>> w1, w2 = tf.Variable(5.0), tf.Variable(3.0)
        >>> gradients = gradients_of(lambda w1, w2: 3.0 * w1**2 + 2.0 * w1 * w2, [w1, w2])
        >>> [float(gradient) for gradient in gradients]
        [36.0, 10.0]
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        value = f(*variables)
    return tape.gradient(value, variables)
    ### END SOLUTION


def computed_after_the_tape(f, variables):
    with tf.GradientTape() as tape:
        tape.watch(variables)
    return tape.gradient(f(*variables), variables)


def one_tape_many_calls(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return [tape.gradient(value, one) for one in variables]


def list_as_one_argument(f, variables):
    with tf.GradientTape() as tape:
        value = f(variables)
    return tape.gradient(value, variables)


def no_parentheses(f, variables):
    with tf.GradientTape as tape:
        value = f(*variables)
    return tape.gradient(value, variables)


def function_for_its_value(f, variables):
    with tf.GradientTape() as tape:
        f(*variables)
    return tape.gradient(f, variables)


def only_the_first(f, variables):
    with tf.GradientTape() as tape:
        value = f(*variables)
    return tape.gradient(value, variables[0])


def _area(a, b):
    return 3.0 * a**2 + tf.reduce_sum(b) * a


def _numbers(setting, *shape, seed=0):
    drawn = np.random.default_rng([setting.seed, seed, 52]).uniform(1.0, 3.0, shape)
    return drawn.astype(setting.precision)


def in_a_graph(candidate, setting):
    """Gradients out of a graph, before and after the variables hold other numbers."""
    a, b = tf.Variable(_numbers(setting)), tf.Variable(_numbers(setting, 3))

    @tf.function
    def traced():
        return candidate(_area, [a, b])

    first = traced()
    a.assign(_numbers(setting, seed=1))
    b.assign(_numbers(setting, 3, seed=1))
    return {
        "gradients_of(f, [a, b]) inside tf.function, f(a, b) = 3·a² + a·(b₁ + b₂ + b₃)": first,
        "the same graph when a and b hold other numbers": traced(),
    }


exercise = Exercise(
    gradients_of,
    points=1,
    minutes=5,
    difficulty=1,
    importance=5,
    after="finite_difference_gradients",
    teaches=["A-01", "A-04", "A-05"],
    questions=[
        ask.values(
            "gradients_of(lambda w1, w2: 3.0 * w1**2 + 2.0 * w1 * w2, [w1, w2])",
            case(w1=5.0, w2=3.0),
            case(w1=uniform(low=1.0, high=5.0), w2=uniform(low=1.0, high=5.0)),
            title="The lesson's function",
            variables=["w1", "w2"],
        ),
        ask.values(
            "gradients_of(lambda w: tf.reduce_sum(w**3), [w])",
            case(w=normal(4)),
            case(w=normal(2, 3)),
            name="one variable",
            title="One variable, with several numbers in it",
            variables=["w"],
        ),
        ask.values(
            "gradients_of(lambda W, b, c: c * tf.reduce_sum(x @ W + b)**2, [W, b, c])",
            case(x=normal(3, 2), W=normal(2, 4), b=normal(4), c=uniform(low=1.0, high=2.0)),
            name="shapes",
            title="A matrix, a vector and a number",
            variables=["W", "b", "c"],
            products=True,
        ),
        ask.values(
            "gradients_of(lambda v, w: tf.reduce_sum(v * w**2), "
            "[tf.Variable(tf.cast(one, tf.float16)) for one in (v, w)])",
            case(v=uniform(3, low=1.0, high=2.0), w=uniform(3, low=1.0, high=2.0)),
            name="half precision",
            title="Variables of float16",
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph"),
    ],
    hints=[
        "A tape can only play what it recorded. Which line of yours must it hear?",
        "`with tf.GradientTape() as tape:` records. Afterwards `tape.gradient(value, variables)` "
        "takes a whole list, and gives a list.",
        "Inside the `with`: call f with the variables themselves, one argument each. After it: ask "
        "the tape, once.",
        "with tf.GradientTape() as tape:\n    value = f(…)\nreturn tape.gradient(…, …)",
    ],
    mistakes=[
        Mistake(
            computed_after_the_tape,
            "Every gradient is None: the tape knows no way from the variables to the value. Did "
            "it run while f was called, and was f given the variables themselves?",
        ),
        Mistake(
            one_tape_many_calls,
            "A tape forgets what it holds as soon as it was asked once, so that your second call "
            "raises. Ask once, for the whole list.",
        ),
        Mistake(
            list_as_one_argument,
            "You call f with one argument, a list. It takes as many arguments as there are "
            "variables: how does Python spread a list?",
        ),
        Mistake(
            no_parentheses,
            "`tf.GradientTape` is a class. You need one tape of it: call it, with parentheses.",
        ),
        Mistake(
            function_for_its_value,
            "You ask the tape for the gradient of the function itself. It knows tensors only: "
            "keep what f returned, and ask for the gradient of that.",
        ),
        Mistake(
            only_the_first,
            "You return the first variable's gradient, and no list. The tape takes all variables "
            "in one call.",
        ),
    ],
)
