"""The gradient with respect to a constant: a tape records it only when told to.

Source: the guide to automatic differentiation, https://www.tensorflow.org/guide/autodiff.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def gradient_at(f, x):
    r"""Differentiates a function of a tensor that is no variable.

    A tape watches trainable variables by itself. A constant, or any other tensor, it must be told
    to watch. The gradient $\partial f / \partial x$ has the shape of `x`: one number for each
    number in it. It works in eager mode and inside `tf.function`, and keeps to the dtype of `x`.

    Args:
        f: A function of one tensor, made of TensorFlow's operations. It depends on `x` and
            returns a scalar tensor.
        x: A float tensor of any shape, not a variable.

    Returns:
        A tensor of the shape and dtype of `x`.

    Examples:
        >>> float(gradient_at(lambda x: x**2, tf.constant(3.0)))
        6.0
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = f(x)
    return tape.gradient(value, x)
    ### END SOLUTION


def not_watched(f, x):
    with tf.GradientTape() as tape:
        value = f(x)
    return tape.gradient(value, x)


def variable_made_of_it(f, x):
    variable = tf.Variable(x)
    with tf.GradientTape() as tape:
        value = f(variable)
    return tape.gradient(value, variable)


def list_of_one(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = f(x)
    return tape.gradient(value, [x])


def made_float32(f, x):
    return gradient_at(f, tf.cast(x, tf.float32))


def all_nudged_at_once(f, x):
    epsilon = 1e-3
    return (f(x + epsilon) - f(x)) / epsilon


def value_too(f, x):
    return f(x), gradient_at(f, x)


exercise = Exercise(
    gradient_at,
    points=1,
    minutes=5,
    difficulty=1,
    importance=5,
    after="gradients_of",
    teaches=["A-08", "A-10"],
    questions=[
        ask.values(
            "gradient_at(lambda x: x**2, x)",
            case(x=3.0),
            case(x=normal(mean=2.0)),
            title="A number, f(x) = x²",
        ),
        ask.values(
            "gradient_at(lambda x: tf.reduce_sum(x**3), x)",
            case(x=normal(4)),
            case(x=normal(2, 3)),
            case(x=normal(2, 2, 2)),
            name="shapes",
            title="Vectors, matrices and beyond",
        ),
        ask.values(
            "gradient_at(lambda x: tf.reduce_sum(x**2), tf.cast(x, tf.float16))",
            case(x=uniform(3, low=1.0, high=2.0)),
            name="half precision",
            title="A tensor of float16",
        ),
        ask.in_graph(
            "gradient_at(lambda x: tf.reduce_sum(x * tf.sin(x)), x)",
            case(x=normal(3, 2)),
            case(x=normal(5, 2)),
            case(x=normal()),
            title="In a graph, whatever the first axis holds",
        ),
    ],
    hints=[
        "A tape does not know that you are interested in a constant. Whom would you tell, and when?",
        "`tape.watch(tensor)` makes the tape record what is done with a tensor from then on.",
        "Inside the `with`: watch x first, then call f. After it: ask the tape.",
        "with tf.GradientTape() as tape:\n    tape.watch(…)\n    value = …\n"
        "return tape.gradient(…, …)",
    ],
    mistakes=[
        Mistake(
            not_watched,
            "None comes back: the tape did not follow x. A tape watches variables by itself, a "
            "constant only when told so, and before f is called.",
        ),
        Mistake(
            variable_made_of_it,
            "Eagerly it is right. In a graph a variable would be made at every call, and "
            "TensorFlow refuses. Leave x as it is: what can the tape be told instead?",
        ),
        Mistake(
            list_of_one,
            "You ask for a list of gradients, and get a list of one. Ask for the gradient with "
            "respect to x itself.",
        ),
        Mistake(
            made_float32,
            "You convert to float32 first: whoever comes with another dtype gets back what does "
            "not fit. Leave x in the dtype that it has.",
        ),
        Mistake(
            all_nudged_at_once,
            "A finite difference in 32 bits is a rough guess; and here all numbers in x move at "
            "once, so that one number comes out for all. A tape gives each of them, exactly.",
        ),
        Mistake(
            value_too,
            "You return the value and the gradient. Only the gradient is asked for.",
        ),
    ],
)
