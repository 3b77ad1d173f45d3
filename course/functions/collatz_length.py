"""A `while` whose end only the data know: it becomes a loop of the graph.

Source: the guide to AutoGraph, https://www.tensorflow.org/guide/function#autograph_transformations.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.functions.sum_of_squares import eagerly, in_a_graph, some_numbers


def collatz_length(n):
    r"""Counts the numbers of a Collatz sequence, in a loop that becomes part of the graph.

    After an even number comes its half, after an odd one three times the number plus one, until 1
    is reached. Both ends count: 6, 3, 10, 5, 16, 8, 4, 2, 1 has nine numbers, and 1 alone has one.
    It works eagerly and inside `tf.function`, whether you decorate it or not. In a graph the loop
    itself stands in the graph: one graph serves every n of a dtype, and nothing is handed back to
    Python (`tf.py_function`, `tf.numpy_function`).

    Args:
        n: Scalar integer tensor, int32 or int64, from 1 on.

    Returns:
        Scalar integer tensor, int32 or int64; eagerly a Python int will do.

    Examples:
        >>> int(collatz_length(tf.constant(27)))
        112
        >>> int(tf.function(collatz_length)(tf.constant(1)))
        1
    """
    ### BEGIN SOLUTION
    count = tf.constant(1)
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count
    ### END SOLUTION


def _counted(n):
    n, count = int(n), 1
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def steps_counted(n):
    return collatz_length(n) - 1


def divided_into_floats(n):
    count = tf.constant(1)
    while n > 1:
        if n % 2 == 0:
            n = n / 2
        else:
            n = 3 * n + 1
        count += 1
    return count


def left_tensorflow(n):
    return tf.constant(_counted(n.numpy()))


def back_to_python(n):
    return tf.py_function(_counted, [n], tf.int32)


def steps_before_it_looks(n):
    return collatz_length(n // 2 if n % 2 == 0 else 3 * n + 1) + 1


def not_counted_in_the_loop(n):
    count = tf.constant(1)
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    count += 1
    return count


def small(candidate, setting):
    """Small numbers eagerly."""
    return eagerly(candidate, setting, tf.int32, some_numbers(setting, 2, 20, 3))


def edges(candidate, setting):
    """1, beside small numbers that the seed sets."""
    return eagerly(candidate, setting, tf.int64, [*some_numbers(setting, 5, 22, 2), 1])


def graph_of_32_bits(candidate, setting):
    """Short and long sequences out of one graph."""
    return in_a_graph(candidate, setting, tf.int32, [27, 1, *some_numbers(setting, 2, 900, 4)])


def graph_of_64_bits(candidate, setting):
    """The same in 64 bits."""
    return in_a_graph(candidate, setting, tf.int64, some_numbers(setting, 3, 800, 4))


exercise = Exercise(
    collatz_length,
    points=2,
    minutes=10,
    difficulty=3,
    importance=3,
    after="sum_of_squares",
    teaches=["F-09", "F-13"],
    questions=[
        ask.behaviour(small, name="eagerly", title="Eagerly"),
        ask.behaviour(edges, name="edges", title="Eagerly, of 64 bits, and from 1"),
        ask.behaviour(graph_of_32_bits, name="graph", title="In a graph"),
        ask.behaviour(graph_of_64_bits, name="64 bits", title="In a graph, of 64 bits"),
    ],
    hints=[
        "Write it as you would in plain Python, with a `while`. Which of its lines ask a tensor "
        "for its value?",
        "AutoGraph turns a `while` whose condition is a tensor into a loop of the graph, and an "
        "`if` into a branch. So plain Python is nearly the answer.",
        "In such a loop every variable keeps its dtype. `/` makes floats; which operator divides "
        "integers? And where must the count begin, so that 1 alone gives 1?",
        "count = …\nwhile n …:\n    if n % 2 == 0:\n        n = …\n    else:\n        n = …\n"
        "    count …\nreturn count",
    ],
    mistakes=[
        Mistake(
            steps_counted,
            "You count the steps. There is one number more than steps: both ends count, and 1 "
            "alone gives 1.",
        ),
        Mistake(
            divided_into_floats,
            "Eagerly it is right; in a graph `n` must keep its dtype from round to round, and `/` "
            "makes a float of it. Which operator divides integers?",
        ),
        Mistake(
            left_tensorflow,
            "In a graph `n` is symbolic and has no `.numpy()` yet, so that Python can't loop. "
            "Let the `while` ask the tensor itself.",
        ),
        Mistake(
            back_to_python,
            "The graph holds no loop, only a call back into Python, which is slow and can't be "
            "exported. The same lines on the tensor itself become a loop of the graph.",
        ),
        Mistake(
            steps_before_it_looks,
            "You take a step before you look: from 1 it goes on to 4, 2, 1, and that makes four "
            "numbers. Ask first whether 1 is reached.",
        ),
        Mistake(
            not_counted_in_the_loop,
            "The count goes up once, after the loop. It should go up in every round: look at the "
            "indentation.",
        ),
    ],
)
