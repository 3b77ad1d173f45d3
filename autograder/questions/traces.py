"""Traces: the values of a sequence of calls, and which of them made a graph or ran one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Tensor
from autograder.compare import Difference
from autograder.questions.base import Answers, ExpressionQuestion, Finding, Setting, as_tensors
from autograder.record import answer_to, record

MADE, RAN = "graphs made by each call", "graphs run by each call"

AGAIN = "Python ran once more, and everything it did was recorded anew, which takes long."
EAGER = "The call ran operation by operation, as Python came to them."


@dataclass
class Graphs:
    """How many graphs were made and how many were run, by eager calls, while one watched."""

    made: int = 0
    ran: int = 0


@contextmanager
def watched_graphs() -> Iterator[Graphs]:
    """Counts what TensorFlow does with graphs inside the block, whoever's they are.

    TensorFlow has no public count over all traced functions, so its two doors are watched: every
    graph that is made is a `FuncGraph`, and every graph that runs goes through the context.
    """
    from tensorflow.python.eager.context import Context
    from tensorflow.python.framework.func_graph import FuncGraph

    seen = Graphs()
    make, run = FuncGraph.__init__, Context.call_function

    def making(graph: Any, *args: Any, **kwargs: Any) -> None:
        seen.made += 1
        make(graph, *args, **kwargs)

    def running(context: Any, *args: Any, **kwargs: Any) -> Any:
        seen.ran += 1
        return run(context, *args, **kwargs)

    FuncGraph.__init__, Context.call_function = making, running
    try:
        yield seen
    finally:
        FuncGraph.__init__, Context.call_function = make, run


def operations_of(function: Any, *specs: Any) -> Counter[str]:
    """How often each type of operation stands in a function's graph, its inner graphs included.

    Args:
        function: A Python function or a traced one.
        specs: The signature, a `tf.TensorSpec` for each argument.
    """
    import tensorflow as tf

    if not hasattr(function, "get_concrete_function"):
        function = tf.function(function)
    graph = function.get_concrete_function(*specs).graph.as_graph_def()
    inner = [node.op for one in graph.library.function for node in one.node_def]
    return Counter([*(node.op for node in graph.node), *inner])


@dataclass(frozen=True, kw_only=True)
class Traces(ExpressionQuestion):
    """Calls the candidate on the cases in turn, again and again in an order drawn by the seed.

    Every call must run a graph. A call with shapes and types that were seen before must make no
    new graph; with `once`, no call but the first may make one.

    Args:
        once: Whether one graph must do for all calls.
        rounds: How often each case is called.
    """

    name: str = "traces"
    title: str = "Graphs made by a sequence of calls"
    once: bool = False
    rounds: int = 2

    def inputs(self, setting: Setting) -> dict[str, dict[str, Any]]:
        """The inputs of every call in turn, fresh numbers each."""
        rng = self.generator(setting)
        order = [index for _ in range(self.rounds) for index in rng.permutation(len(self.cases))]
        return {f"call {place + 1}": self.cases[i].draw(rng) for place, i in enumerate(order)}

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One answer a call, and how many graphs each call made and ran."""
        answers: dict[str, Answer] = {}
        made, ran = [], []
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            with watched_graphs() as graphs:
                answers[label] = answer_to(lambda g=given: self.evaluate(candidate, setting, g))  # type: ignore[misc]
            made.append(graphs.made)
            ran.append(graphs.ran)
        if all(isinstance(one, Failure) for one in answers.values()):
            return answers
        return {**answers, MADE: record(np.array(made)), RAN: record(np.array(ran))}

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """Values against the reference's; graphs by the rule above."""
        values, wanted = (
            {label: one for label, one in answers.items() if label not in (MADE, RAN)}
            for answers in (observed, expected)
        )
        found = super().judge(values, wanted, setting)
        if found:
            return found
        missed, other = (self._missed(one, setting) for one in (observed, expected))
        # A known mistake breaks the rule itself: whoever breaks it alike has made that mistake.
        if missed is None or missed == other:
            return None
        return self.finding(*missed, setting)

    def _missed(self, answers: Answers, setting: Setting) -> tuple[str, Difference] | None:
        """The first call that breaks the rule, and how."""
        calls = self.inputs(setting)
        made, ran = (_counts(answers.get(one), len(calls)) for one in (MADE, RAN))
        seen: dict[Any, str] = {}
        for (label, arrays), new, run in zip(calls.items(), made, ran, strict=True):
            key = () if self.once else tuple((one.shape, one.dtype) for one in arrays.values())
            if key in seen and new:
                like = "" if self.once else ", whose inputs had the same shapes and types"
                wanted = f"the graph of {seen[key]} again{like}"
                return label, Difference(wanted, "a new graph", AGAIN)
            if not run:
                return label, Difference("a graph that runs", "no graph", EAGER)
            seen.setdefault(key, label)
        return None


def _counts(answer: Answer | None, calls: int) -> list[int]:
    """The counts by call; what is no list of them says that no graph ran."""
    values = answer.values if isinstance(answer, Tensor) else None
    if values is None or values.shape != (calls,):
        return [0] * calls
    return [int(one) for one in values]
