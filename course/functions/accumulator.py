"""State that outlives a call: a variable made once, and changed by `assign_add`.

Source: "Better performance with tf.function", https://www.tensorflow.org/guide/function, and the
documentation of `tf.Module`, https://www.tensorflow.org/api_docs/python/tf/Module.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


class Accumulator(tf.Module):
    r"""Adds up what it is called with: each call returns the total so far.

    The total starts from 0, a scalar of dtype float32. Every accumulator has a total of its own,
    made once and kept from call to call, whether the accumulator is called directly or inside a
    `tf.function`, where many calls share one graph. `accumulator(x)` adds `x`, a scalar float32
    tensor of either sign, and returns the new total, a scalar of dtype float32. The class may
    extend `tf.Module`, as here, or be a plain one. What the total is called is up to you;
    `keras.metrics.Sum` is no answer here.

    Examples:
        >>> accumulator = Accumulator()
        >>> float(accumulator(tf.constant(2.0))), float(accumulator(tf.constant(0.5)))
        (2.0, 2.5)
        >>> graph = tf.function(accumulator)
        >>> float(graph(tf.constant(1.0))), float(graph(tf.constant(1.0)))
        (3.5, 4.5)
    """

    def __init__(self):
        ### BEGIN SOLUTION
        super().__init__()
        self.total = tf.Variable(0.0)

    def __call__(self, x):
        self.total.assign_add(x)
        return self.total.read_value()
        ### END SOLUTION


class PlainAttribute:
    def __init__(self):
        self.total = tf.constant(0.0)

    def __call__(self, x):
        self.total = self.total + x
        return self.total


class OneTotalForAll:
    total = None

    def __init__(self):
        if OneTotalForAll.total is None:
            OneTotalForAll.total = tf.Variable(0.0)

    def __call__(self, x):
        return OneTotalForAll.total.assign_add(x)


class MadeAtEveryCall:
    def __call__(self, x):
        total = tf.Variable(0.0)
        return total.assign_add(x)


class AssignedNotAdded(Accumulator):
    def __call__(self, x):
        return self.total.assign(x)


class TotalBeforeTheCall(Accumulator):
    def __call__(self, x):
        before = self.total.read_value()
        self.total.assign_add(x)
        return before


class NumberOfPython:
    def __init__(self):
        self.total = 0.0

    def __call__(self, x):
        self.total += x.numpy()
        return self.total


def _numbers(setting, many=4):
    """Quarters, so that sums are exact, of either sign and never 0."""
    rng = np.random.default_rng([setting.seed, 71])
    return rng.integers(1, 40, many) * rng.choice([-1, 1], many) / 4


def _tensor(number):
    return tf.constant(number, tf.float32)


def _call(accumulator, number):
    """The total as a tensor: a variable, or what `assign_add` returns, would go on changing."""
    total = accumulator(_tensor(number))
    return None if total is None else tf.convert_to_tensor(total)


def called_in_turn(candidate, setting):
    """Two accumulators, called in turn."""
    both = {"first": candidate(), "second": candidate()}
    names = ["first", "second", "first", "second"]
    told = {
        f"call {place}: {name}({number:g})": _call(both[name], number)
        for place, (name, number) in enumerate(zip(names, _numbers(setting), strict=True), start=1)
    }
    return told


def totals(seen, setting):
    """The totals as numbers; in words, where both accumulators add to the same one."""
    steps, labels, found = _numbers(setting), list(seen), list(seen.values())
    if all(np.shape(one) == () and one is not None for one in found):
        if np.allclose(np.diff(found), steps[1:], atol=0.02):
            shared = ["the total of both together"] * (len(found) - 1)
            return dict(zip(labels, [steps[0], *shared], strict=True))
        found = [float(one) for one in found]
    else:
        found = [one if one is None else f"shape {np.shape(one)}" for one in found]
    return dict(zip(labels, found, strict=True))


def in_a_graph(candidate, setting):
    """Calls of one graph, and one outside of it."""
    accumulator = candidate()
    graph = tf.function(lambda x: tf.convert_to_tensor(accumulator(x)))
    *inside, outside = _numbers(setting, 5)
    told = {
        f"call {place} of one graph, with {number:g}": graph(_tensor(number))
        for place, number in enumerate(inside, start=1)
    }
    return {**told, f"then, outside of it, with {outside:g}": _call(accumulator, outside)}


def several_in_a_graph(candidate, setting):
    """Two accumulators in one graph, one of them called twice."""
    first, second = candidate(), candidate()

    @tf.function
    def graph(x, y):
        one = tf.convert_to_tensor(first(x))
        other = tf.convert_to_tensor(second(y))
        return one, other, tf.convert_to_tensor(first(y))

    x, y, *more = map(_tensor, _numbers(setting))
    return {
        "first(x), second(y), first(y) in one graph": graph(x, y),
        "the same graph once more, with other numbers": graph(*more),
    }


exercise = Exercise(
    Accumulator,
    points=3,
    minutes=12,
    difficulty=3,
    importance=5,
    after="scale_rows",
    teaches=["F-14", "F-15"],
    questions=[
        ask.behaviour(
            called_in_turn,
            work=totals,
            name="called in turn",
            title="Two accumulators, called in turn",
            scale=10.0,
        ),
        ask.behaviour(in_a_graph, name="in a graph", title="In a graph", scale=10.0, weight=2),
        ask.behaviour(
            several_in_a_graph, name="several", title="Several calls in one graph", scale=10.0
        ),
    ],
    hints=[
        "While a graph is traced, Python runs once. What must the total be, so that it changes "
        "each time the graph runs?",
        "A `tf.Variable` lives outside of any graph. Make it where Python comes by once for each "
        "accumulator: in `__init__`.",
        "In `__call__` change the variable by a method, `assign_add`: `=` would only give the "
        "attribute another object, while tracing.",
        "def __init__(self):\n    super().__init__()\n    self.… = tf.Variable(…)\n\n"
        "def __call__(self, x):\n    self.….assign_add(…)\n    return …",
    ],
    forbids=["keras.metrics.Sum"],
    mistakes=[
        Mistake(
            PlainAttribute,
            "Called directly it is right. In a graph, `=` runs once, while tracing: it gives the "
            "attribute a symbolic tensor that means nothing outside, and nothing is added up. "
            "Which object can be changed by an operation?",
        ),
        Mistake(
            OneTotalForAll,
            "All accumulators share one total: it belongs to the class. Make it in `__init__`, and "
            "give it to `self`.",
        ),
        Mistake(
            MadeAtEveryCall,
            "A new variable is made at every call, so each starts from 0, and a graph refuses it. "
            "Where does Python come by only once for each accumulator?",
        ),
        Mistake(
            AssignedNotAdded,
            "`assign` replaces the total by x. Which method adds to it?",
        ),
        Mistake(
            TotalBeforeTheCall,
            "What comes back is the total before x was added. Read it afterwards.",
        ),
        Mistake(
            NumberOfPython,
            "A number of Python is out of a graph's reach: `.numpy()` asks x for its value, and "
            "while tracing there is none yet. Keep the total in a variable of TensorFlow.",
        ),
    ],
)
