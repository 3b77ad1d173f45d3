"""Streaming: a metric gives one result for the examples it saw, however they came in batches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.answers import Answer, Several
from autograder.inputs import Array
from autograder.questions.base import (
    Answers,
    ExpressionQuestion,
    Finding,
    Setting,
    as_tensors,
)
from autograder.record import attempt, record

NOTHING = "before any data"
WHOLE = "all in one batch"
STREAM = "batch after batch"
SHUFFLED = "the same batches in another order"
EMPTY = "with an empty batch at the end"
RESET = "after reset_state()"
AGAIN = "after reset_state(), the first batch again"
CALLED = "each batch by calling the metric"
BESIDE = "another metric of the class, which saw no data"
TITLES = {
    NOTHING: "Before any data",
    WHOLE: "One batch",
    STREAM: "Streamed over batches",
    SHUFFLED: "Batches in another order",
    EMPTY: "An empty last batch",
    RESET: "After reset_state()",
    AGAIN: "Reset, then used again",
    CALLED: "Called like a function",
    BESIDE: "Two metrics share nothing",
}


@dataclass(frozen=True, kw_only=True)
class Streaming(ExpressionQuestion):
    """Asks for `result()` after the same examples in several splits and orders of batches.

    Args:
        expression: Makes the metric: `StreamingPrecision(0.4)`.
        cases: Examples by the names of `update_state`'s arguments: `y_true`, `y_pred` and, where
            weights are asked about, `sample_weight`; the first axis counts examples.
        sizes: How many examples each batch holds; the last one takes what is left.
    """

    name: str = "streaming"
    title: str = "Streamed over batches"
    sizes: Sequence[int] = (5, 3, 1)

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """Results by case and route; a route that raised is told by its error."""
        answers: dict[str, Answer] = {}
        for label, arrays in self.inputs(setting).items():
            batches = self._batches(as_tensors(arrays, setting.precision))
            for route in TITLES:
                answers[f"{label}: {route}"] = self._answer(candidate, setting, route, batches)
        return answers

    def _answer(self, candidate: Any, setting: Setting, route: str, batches: Any) -> Answer:
        def number() -> Answer:
            metric = self.evaluate(candidate, setting)
            return _number(self._play(metric, route, batches, candidate, setting), setting)

        answer: Answer = attempt(number)
        return answer

    def _play(
        self, metric: Any, route: str, batches: list[Any], candidate: Any, setting: Setting
    ) -> Any:
        import tensorflow as tf

        if route == STREAM:
            return [_as_it_is_now(_updated(metric, batch).result()) for batch in batches]
        if route == CALLED:
            return [_as_it_is_now(metric(**batch)) for batch in batches]
        if route == WHOLE:
            whole = {name: tf.concat([one[name] for one in batches], 0) for name in batches[0]}
            return _updated(metric, whole).result()
        if route == SHUFFLED:
            batches = [batches[-1], *batches[:-1][::-1]]
        if route == EMPTY:
            batches = [*batches, {name: value[:0] for name, value in batches[0].items()}]
        if route == BESIDE:
            other = self.evaluate(candidate, setting)
        if route != NOTHING:
            for batch in batches:
                _updated(metric, batch)
        if route in (RESET, AGAIN):
            metric.reset_state()
        if route == AGAIN:
            _updated(metric, batches[0])
        return (other if route == BESIDE else metric).result()

    def _batches(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        ends = np.cumsum(self.sizes).tolist()
        starts = [0, *ends]
        return [
            {name: value[start:end] for name, value in given.items()}
            for start, end in zip(starts, [*ends, None], strict=True)
        ]

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """What works in one batch is told apart from what only breaks over several."""
        order = [label for label in expected if label.split(": ")[1] == WHOLE]
        order += [label for label in expected if label not in order]
        return super().judge(observed, {label: expected[label] for label in order}, setting)

    def finding(self, label: str, found: Any, setting: Setting) -> Finding:
        """Titled by the way the data came, with a reason where the numbers alone tell little."""
        route = label.split(": ", 1)[-1]
        told = super().finding(label, found, setting)
        reason = "" if found.raised else REASONS.get(route, "")
        why = f"{found.why} {reason}".strip()
        return replace(
            told, title=TITLES.get(route, told.title), difference=replace(found, why=why)
        )

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """How the metric was made and the data came, and the data."""
        case, _, route = label.partition(": ")
        sizes = ", ".join(str(size) for size in self.sizes)
        return (
            f"metric = {self.expression}; {route} (batches of {sizes} and the rest)",
            self.inputs(setting).get(case, {}),
        )


REASONS = {
    NOTHING: "With no data yet there is nothing to divide by: give 0 then.",
    STREAM: "The state must add up what the batches bring, so that their sizes play no part.",
    SHUFFLED: "The order of the batches changed the result: it must not.",
    EMPTY: "A batch without examples must change nothing: no mean of nothing, please.",
    RESET: "Some state outlived `reset_state`: is all of it made by `add_weight`?",
    AGAIN: "What came before `reset_state` still counts: is all state made by `add_weight`?",
    BESIDE: "It has seen the other one's data: state belongs to the instance, not to the class.",
}


def _updated(metric: Any, batch: dict[str, Any]) -> Any:
    metric.update_state(**batch)
    return metric


def _as_it_is_now(result: Any) -> Any:
    """A metric may return one of its variables, which later batches change: take its value."""
    import keras
    import tensorflow as tf

    is_variable = isinstance(result, keras.Variable | tf.Variable)
    return tf.convert_to_tensor(result) if is_variable else result


def _number(value: Any, setting: Setting) -> Answer:
    """Results as numbers in the asked precision, whether tensor, variable or Python float."""
    import tensorflow as tf

    if isinstance(value, list):
        return Several("list", tuple(_number(one, setting) for one in value))
    value = _as_it_is_now(value)
    if isinstance(value, float | int | np.number) and not isinstance(value, bool):
        value = tf.constant(value, setting.precision)
    if isinstance(value, tf.Tensor) and (value.dtype.is_floating or value.dtype.is_integer):
        value = tf.cast(value, setting.precision)
    return record(value)
