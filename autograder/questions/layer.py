"""LayerContract: what Keras expects of a layer, asked of one that is made afresh for each input."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from autograder.answers import Answer, Failure, Plain, Several, Tensor
from autograder.inputs import Array
from autograder.questions.base import (
    Answers,
    ExpressionQuestion,
    Finding,
    Setting,
    as_tensors,
)
from autograder.questions.weights import (
    describe_weights,
    float_weights,
    give_numbers,
    weights_apart,
)
from autograder.record import answer_to
from autograder.tolerance import Tolerance

LAZY = "case 1: weights before the first call"
FIRST = "the first call"
WEIGHTS = "the weights that the first call made"
EAGER = "the output"
SYMBOLIC = "called on a keras.Input"
GRAPH = "in a graph, for any batch size"
BESIDE = "case 1: beside another instance"
MIXED = "case 1: under the policy mixed_float16"
TITLES = {
    LAZY: "Built at the first call",
    FIRST: "Can be called",
    WEIGHTS: "Its weights",
    EAGER: "What it computes",
    SYMBOLIC: "Called on a keras.Input",
    GRAPH: "In a graph, for any batch size",
    BESIDE: "Two instances share nothing",
    MIXED: "Under mixed precision",
}


@dataclass(frozen=True, kw_only=True)
class LayerContract(ExpressionQuestion):
    """Asks for weights, outputs, symbolic calls and graphs, for every case with a new instance.

    The inputs of a case are handed over in their order, several as a list. Weights get numbers of
    ours, so that a candidate's own initial values play no part.

    Args:
        expression: Makes the layer: `MyDense(4, "tanh")`.
        numbers: Whether outputs are compared; False where the statement leaves them open, and
            only their shape and dtype counts.
        lazy: Whether there may be no weights before the first call.
        mixed: Whether it is also asked under the dtype policy mixed_float16.
    """

    name: str = "layer"
    title: str = "The contract of a layer"
    numbers: bool = True
    lazy: bool = True
    mixed: bool = False
    products: bool = True

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """For each case: the first call, the weights, the output, symbolic, in a graph."""
        drawn = self.inputs(setting)
        answers: dict[str, Answer] = {}
        if self.lazy:
            answers[LAZY] = answer_to(lambda: len(float_weights(self.evaluate(candidate, setting))))
        for label, arrays in drawn.items():
            made = self._ask_case(candidate, setting, label, arrays, answers)
            if label == "case 1" and made and self.numbers:
                answers[BESIDE] = answer_to(lambda m=made: self._beside(m, candidate, setting))  # type: ignore[misc]
        if self.mixed:
            answers[MIXED] = answer_to(lambda: self._in_mixed_precision(candidate, setting))
        return answers

    def _ask_case(
        self,
        candidate: Any,
        setting: Setting,
        label: str,
        arrays: dict[str, Array],
        answers: dict[str, Answer],
    ) -> Any:
        given = _together(as_tensors(arrays, setting.precision))
        box: list[Any] = []

        def first_call() -> Any:
            layer = self.evaluate(candidate, setting)
            value = layer(given)
            box.append(layer)
            return value

        answers[f"{label}: {FIRST}"] = _without_numbers(answer_to(first_call))
        if not box:
            return None
        layer = box[0]
        answers[f"{label}: {WEIGHTS}"] = answer_to(lambda: describe_weights(layer))
        failed = answer_to(lambda: give_numbers(layer, setting.seed))
        if isinstance(failed, Failure):
            answers[f"{label}: {WEIGHTS}"] = failed
            return None
        if self.numbers:
            answers[f"{label}: {EAGER}"] = answer_to(lambda: layer(given))
        answers[f"{label}: {SYMBOLIC}"] = answer_to(
            lambda: self.evaluate(candidate, setting)(_symbolic(given))
        )
        in_graph = answer_to(lambda: _traced(layer, given)(given))
        answers[f"{label}: {GRAPH}"] = in_graph if self.numbers else _without_numbers(in_graph)
        return layer

    def _beside(self, layer: Any, candidate: Any, setting: Setting) -> Any:
        given = _together(as_tensors(self.inputs(setting)["case 1"], setting.precision))
        other = self.evaluate(candidate, setting)
        other(given)
        give_numbers(other, setting.seed + 1)
        return layer(given)

    def _in_mixed_precision(self, candidate: Any, setting: Setting) -> Any:
        given = _together(as_tensors(self.inputs(setting)["case 1"], "float32"))
        with _policy("mixed_float16"):
            layer = self.evaluate(candidate, setting)
            layer(given)
            give_numbers(layer, setting.seed)
            return [layer(given), *(str(one.dtype) for one in float_weights(layer))]

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """Case by case; of the weights only number, shapes and whether they train."""
        seen = dict(observed)
        for label, wanted in expected.items():
            got = observed.get(label)
            if label.endswith(WEIGHTS) and _same_weights(got, wanted):
                seen[label] = wanted
        return super().judge(seen, expected, setting)

    def finding(self, label: str, found: Any, setting: Setting) -> Finding:
        """Titled by what was asked of the layer."""
        if label.endswith(WEIGHTS) and not found.raised:
            found = replace(found, why=weights_apart(found.received, found.expected))
        told = super().finding(label, found, setting)
        what = label if label in TITLES else label.split(": ", 1)[-1]
        return replace(told, title=TITLES.get(what, told.title))

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """How the layer was made and what was asked of it, and its inputs."""
        case, _, what = label.partition(": ")
        return f"layer = {self.expression}; {what}", self.inputs(setting).get(case, {})

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """At least the error model of operands of size 1."""
        found = super().tolerance(label, setting)
        return replace(found, scale=max(found.scale, 1.0))


def _same_weights(observed: Answer | None, expected: Answer) -> bool:
    plain = isinstance(observed, Plain) and isinstance(expected, Plain)
    return plain and not weights_apart(str(observed.value), str(expected.value))  # type: ignore[union-attr]


@contextmanager
def _policy(name: str) -> Iterator[None]:
    import keras

    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(name)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


def _together(tensors: dict[str, Any]) -> Any:
    values = list(tensors.values())
    return values[0] if len(values) == 1 else values


def _symbolic(given: Any) -> Any:
    import keras

    if isinstance(given, list):
        return [_symbolic(one) for one in given]
    return keras.Input(tuple(given.shape[1:]), dtype=given.dtype.name)


def _traced(layer: Any, given: Any) -> Any:
    import tensorflow as tf

    def spec(tensor: Any) -> Any:
        return tf.TensorSpec((None, *tensor.shape[1:]), tensor.dtype)

    specs: Any = [spec(one) for one in given] if isinstance(given, list) else spec(given)

    def call(inputs: Any) -> Any:
        return layer(inputs)

    return tf.function(call, input_signature=[specs])


def _without_numbers(answer: Answer) -> Answer:
    if isinstance(answer, Tensor):
        return replace(answer, values=None)
    if isinstance(answer, Several):
        return replace(answer, items=tuple(_without_numbers(item) for item in answer.items))
    return answer
