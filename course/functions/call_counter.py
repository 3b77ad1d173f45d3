"""Counting the runs of Python and those of the graph: what happens while tracing only.

Source: "Better performance with tf.function", https://www.tensorflow.org/guide/function.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from autograder.questions.traces import watched_graphs


class CallCounter:
    r"""Traces a function, and counts how often its Python runs and how often its graph.

    `counter(…)` is called like `function`, with tensors and Python numbers, and returns what the
    function returns; a graph runs each time. The function is traced once for each signature, that
    is, for each new combination of shapes, dtypes and Python values: then Python runs. Each
    counter keeps two counts of its own, both from 0:

    - `counter.python_runs`: how often the Python code ran,
    - `counter.graph_runs`: how often a graph ran, the first time included.

    Both are attributes or properties that `int()` can convert: an int, a variable, a tensor.

    Args:
        function: A Python function of tensors that returns tensors.

    Examples:
        >>> counter = CallCounter(lambda x: 2.0 * x)
        >>> for x in (1.0, 2.0, 3.0):
        ...     y = counter(tf.constant(x))
        >>> float(y), int(counter.python_runs), int(counter.graph_runs)
        (6.0, 1, 3)
    """

    def __init__(self, function):
        ### BEGIN SOLUTION
        self.python_runs = 0
        self.graph_runs = tf.Variable(0)

        def counted(*args, **kwargs):
            self.python_runs += 1
            self.graph_runs.assign_add(1)
            return function(*args, **kwargs)

        self.traced = tf.function(counted)

    def __call__(self, *args, **kwargs):
        return self.traced(*args, **kwargs)
        ### END SOLUTION


class BothCountedByPython:
    def __init__(self, function):
        self.function, self.traced = function, tf.function(self.counted)
        self.python_runs = self.graph_runs = 0

    def counted(self, *args):
        self.python_runs += 1
        self.graph_runs += 1
        return self.function(*args)

    def __call__(self, *args):
        return self.traced(*args)


class BothCountedByTheGraph(BothCountedByPython):
    def __init__(self, function):
        super().__init__(function)
        self.python_runs, self.graph_runs = tf.Variable(0), tf.Variable(0)

    def counted(self, *args):
        self.python_runs.assign_add(1)
        self.graph_runs.assign_add(1)
        return self.function(*args)


class NeverTraced(BothCountedByPython):
    def __call__(self, *args):
        return self.counted(*args)


class TracedAtEveryCall(CallCounter):
    def __init__(self, function):
        self.function, self.python_runs, self.graph_runs = function, 0, tf.Variable(0)

    def counted(self, *args):
        self.python_runs += 1
        self.graph_runs.assign_add(1)
        return self.function(*args)

    def __call__(self, *args):
        return tf.function(self.counted)(*args)


class VariableMadeWhileTracing(BothCountedByPython):
    def __init__(self, function):
        super().__init__(function)
        self.variable = None

    def counted(self, *args):
        self.python_runs += 1
        if self.variable is None:
            self.variable = tf.Variable(0)
        self.variable.assign_add(1)
        self.graph_runs = self.variable
        return self.function(*args)


class FirstRunsLeftOut(BothCountedByPython):
    def counted(self, *args):
        self.python_runs += 1
        return self.function(*args)

    def __call__(self, *args):
        before = self.python_runs
        result = self.traced(*args)
        self.graph_runs += self.python_runs == before
        return result


def _function():
    """A function, and a list that grows whenever its Python runs."""
    runs = []

    def function(x, y):
        runs.append(None)
        return x * y - 0.5

    return function, runs


def _calls(setting):
    """Arguments of three signatures, each two to four times, in an order that the seed sets."""
    rng = np.random.default_rng([setting.seed, 74])
    signatures = [((2,), None), ((3,), None), ((2,), int(rng.integers(2, 9)))]
    order = rng.permutation(np.repeat([0, 1, 2], rng.integers(2, 5, 3)))
    for shape, factor in (signatures[i] for i in order):
        y = tf.constant(rng.normal(), setting.precision) if factor is None else float(factor)
        yield tf.constant(rng.normal(size=shape), setting.precision), y


def counts(candidate, setting):
    """Both counts on the way through a row of calls, and what the last calls return."""
    function, runs = _function()
    counter, results, seen, ran = candidate(function), [], set(), 0
    told = {"both before any call": _both(counter)}
    for x, y in _calls(setting):
        with watched_graphs() as graphs:
            results.append(counter(x, y))
        ran += graphs.ran > 0
        seen.add((tuple(x.shape), y if isinstance(y, float) else None))
        after = f"calls so far: {len(results)}, signatures: {len(seen)}"
        told[f"python_runs, {after}"], told[f"graph_runs, {after}"] = _both(counter)
    return {
        **told,
        "how often the function's Python really ran": len(runs),
        "calls that really ran a graph": ran,
        "what counter(x, y) returned at each call": results,
    }


def _both(counter):
    return [int(counter.python_runs), int(counter.graph_runs)]


def several_counters(candidate, setting):
    """Counters of one function and of another, called in turn."""
    rng = np.random.default_rng([setting.seed, 75])
    function, runs = _function()
    first, second, idle = candidate(function), candidate(function), candidate(tf.square)
    x, one = tf.constant(rng.normal(size=4), setting.precision), tf.ones([], setting.precision)
    for _ in range(rng.integers(2, 5)):
        first(x, one)
    for _ in range(rng.integers(5, 8)):
        second(x, one)
    second(x[:2], one)
    return {
        "the first counter: python_runs, graph_runs": _both(first),
        "the second counter, of the same function": _both(second),
        "a third one, never called": _both(idle),
        "how often the function's Python really ran": len(runs),
        "what the first one returns": first(x, one),
    }


exercise = Exercise(
    CallCounter,
    points=3,
    minutes=15,
    difficulty=3,
    importance=4,
    after="noisy",
    teaches=["F-06", "F-10", "F-12"],
    questions=[
        ask.behaviour(counts, name="counts", title="Counts of one counter", scale=3.0, weight=2),
        ask.behaviour(
            several_counters, name="several", title="Counters on their own", scale=3.0, weight=1
        ),
    ],
    hints=[
        "Python runs while a graph is traced; the graph runs at every call. Which of the two does "
        "`self.n += 1` count, if it stands in the traced function?",
        "Trace a function of your own that counts and then calls `function`. A Python number "
        "counts the runs of Python. What counts those of the graph?",
        "A `tf.Variable`, made in `__init__`, and `assign_add(1)` in the traced function: that is "
        "an operation of the graph.",
        "def counted(*args, **kwargs):\n    self.… += 1\n    self.….assign_add(1)\n"
        "    return function(…)\n\nself.traced = tf.function(counted)",
    ],
    mistakes=[
        Mistake(
            BothCountedByPython,
            "Both counts are numbers of Python, so both grow only while tracing. What runs at "
            "every call is the graph: let one of its operations count.",
        ),
        Mistake(
            BothCountedByTheGraph,
            "Both counts are variables that the graph changes, so both grow at every call. Which "
            "kind of number is changed by Python alone?",
        ),
        Mistake(
            NeverTraced,
            "The function is never traced: Python runs at every call. Make a `tf.function` of it "
            "in `__init__`, and call that one.",
        ),
        Mistake(
            TracedAtEveryCall,
            "`tf.function` in `__call__` makes a new traced function each time, which knows no "
            "graph yet. Where should it be made, so that it keeps its graphs?",
        ),
        Mistake(
            VariableMadeWhileTracing,
            "Python runs once too often: a variable that is made while tracing has the function "
            "traced twice at its first call. Make it in `__init__`.",
        ),
        Mistake(
            FirstRunsLeftOut,
            "A call that traces runs its new graph too. Count it among the runs of the graph as "
            "well.",
        ),
    ],
)
