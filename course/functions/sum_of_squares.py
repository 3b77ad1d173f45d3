"""A `for` loop that becomes part of the graph: as long as the data say, and never unrolled.

Source: the guide to AutoGraph, https://www.tensorflow.org/guide/function#autograph_transformations.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.traces import operations_of, watched_graphs


def sum_of_squares(n):
    r"""Adds up the first n squares in a loop that becomes part of the graph.

    The result is $1^2 + 2^2 + \dots + n^2$, and 0 where n is 0. It works eagerly and inside
    `tf.function`, whether you decorate it or not. In a graph it is a loop, and the loop itself
    stands in the graph: one graph serves every n of a dtype. It is neither unrolled nor handed
    back to Python (`tf.py_function`, `tf.numpy_function`). Loops are what is practised here. A
    formula, or one operation on all numbers at once such as `tf.reduce_sum(tf.range(n + 1) ** 2)`,
    has no loop and is not asked for, though it is faster.

    Args:
        n: Scalar integer tensor, int32 or int64, from 0 on.

    Returns:
        Scalar integer tensor, int32 or int64. For an int64 `n` the sum may be beyond 32 bits.

    Examples:
        >>> sum_of_squares(tf.constant(3)).numpy()
        np.int32(14)
        >>> tf.function(sum_of_squares)(tf.constant(10, tf.int64)).numpy()
        np.int64(385)
    """
    ### BEGIN SOLUTION
    total = tf.zeros_like(n)
    for i in tf.range(1, n + 1):
        total += i * i
    return total
    ### END SOLUTION


_kept = {}


def _unrolled(n):
    total = tf.constant(0, tf.int64)
    for i in range(1, n + 1):
        total += i * i
    return total


def all_at_once(n):
    return tf.reduce_sum(tf.range(n + 1) ** 2)


def back_to_python(n):
    def add(n):
        return sum(i * i for i in range(int(n) + 1))

    return tf.py_function(add, [n], n.dtype)


def last_one_left_out(n):
    return sum_of_squares(n - 1)


def left_tensorflow(n):
    number = n.numpy()
    return tf.constant(sum(i * i for i in range(1, number + 1)), n.dtype)


def a_graph_for_every_number(n):
    traced = _kept.setdefault("unrolled", tf.function(_unrolled))
    return traced(int(n))


def total_of_another_dtype(n):
    total = tf.constant(0)
    for i in tf.range(1, n + 1):
        total += i * i
    return total


def square_of_the_sum(n):
    total = tf.zeros_like(n)
    for i in tf.range(1, n + 1):
        total += i
    return total * total


def number_of(result):
    """The number that an integer tensor of any width holds; what is none stays as it is."""
    whole = tf.is_tensor(result) and result.dtype.is_integer and result.shape == ()
    return int(result) if whole else result


def eagerly(candidate, setting, dtype, numbers):
    """Results in eager mode; where a graph runs, it is that of the first call."""
    told = {}
    for call, n in enumerate(numbers):
        with watched_graphs() as graphs:
            result = candidate(tf.constant(n, dtype))
        label = f"{setting.exercise}({n}), {dtype.name}"
        told[label] = number_of(result)
        if call:
            told[f"{label}: new graphs made"] = min(graphs.made, 1) if graphs.ran else 0
    return told


def in_a_graph(candidate, setting, dtype, numbers):
    """Results of one graph, and what repeats in it."""
    name, spec = setting.exercise, tf.TensorSpec([], dtype)
    traced = tf.function(candidate)
    operations = operations_of(traced, spec)
    graph = traced.get_concrete_function(spec)
    told = {f"{name}({n}), {dtype.name}": number_of(graph(tf.constant(n, dtype))) for n in numbers}
    loops = sum(operations[one] for one in ("While", "StatelessWhile", "ReduceDataset"))
    python = sum(operations[one] for one in ("PyFunc", "PyFuncStateless", "EagerPyFunc"))
    told["loops in the graph"] = min(loops, 1)
    told["calls back into Python in the graph"] = min(python, 1)
    return told


def some_numbers(setting, low, high, many):
    """Different whole numbers from low to high that the seed sets."""
    rng = np.random.default_rng([setting.seed, low, high])
    return [int(n) for n in rng.permutation(np.arange(low, high + 1))[:many]]


def small(candidate, setting):
    """Small numbers eagerly."""
    _kept.clear()
    return eagerly(candidate, setting, tf.int32, some_numbers(setting, 2, 25, 3))


def edges(candidate, setting):
    """0 and 1, beside small numbers that the seed sets."""
    _kept.clear()
    return eagerly(candidate, setting, tf.int64, [*some_numbers(setting, 3, 30, 2), 1, 0])


def graph_of_32_bits(candidate, setting):
    """Small and large numbers out of one graph."""
    return in_a_graph(candidate, setting, tf.int32, [*some_numbers(setting, 3, 900, 3), 0])


def graph_of_64_bits(candidate, setting):
    """Also sums beyond 32 bits."""
    numbers = [*some_numbers(setting, 3, 900, 2), *some_numbers(setting, 2000, 3000, 1)]
    return in_a_graph(candidate, setting, tf.int64, numbers)


exercise = Exercise(
    sum_of_squares,
    points=2,
    minutes=10,
    difficulty=3,
    importance=4,
    after="scale_rows",
    teaches=["F-09", "F-13", "F-16"],
    questions=[
        ask.behaviour(small, name="eagerly", title="Eagerly"),
        ask.behaviour(edges, name="edges", title="Eagerly, of 64 bits, with 0 and 1"),
        ask.behaviour(graph_of_32_bits, name="graph", title="In a graph"),
        ask.behaviour(graph_of_64_bits, name="64 bits", title="In a graph, of 64 bits"),
    ],
    hints=[
        "In a graph `n` has no value yet. Which loop can wait until it has one?",
        "AutoGraph turns a `for` over a tensor into a loop of the graph. `tf.range` gives such a "
        "tensor; mind that it leaves out its end, as Python's `range` does.",
        "What is carried from round to round must keep its dtype: let the total begin as a zero "
        "of the dtype of `n`.",
        "total = tf.…(n)\nfor i in tf.range(…, …):\n    total += …\nreturn total",
    ],
    mistakes=[
        Mistake(
            all_at_once,
            "The sum is right, and fast, but there is no loop in the graph. Here the loop is the "
            "point: go from number to number.",
        ),
        Mistake(
            back_to_python,
            "The graph holds no loop, only a call back into Python, which is slow and can't be "
            "exported. Let TensorFlow loop: what may a `for` go over?",
        ),
        Mistake(
            last_one_left_out,
            "The last square is missing: `tf.range` leaves out its end, as `range` does.",
        ),
        Mistake(
            left_tensorflow,
            "In a graph `n` is symbolic and has no `.numpy()` yet, so that Python can't loop. "
            "Loop over a tensor instead.",
        ),
        Mistake(
            a_graph_for_every_number,
            "Your traced function gets a Python number, unrolls the loop for it, and makes "
            "another graph for the next one. Hand over the tensor, and let the graph loop.",
        ),
        Mistake(
            total_of_another_dtype,
            "Your total begins as int32, whatever `n` is. In a loop of a graph every variable "
            "keeps its dtype, and int64 does not fit in. Which zero has the dtype of `n`?",
        ),
        Mistake(
            square_of_the_sum,
            "You add up the numbers and square the sum. Each number is to be squared first.",
        ),
    ],
)
