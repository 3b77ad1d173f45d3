"""What every question has: a name, a weight, a way to ask, and a way to judge plain answers."""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import CodeType
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Several, Tensor
from autograder.compare import Difference, difference
from autograder.inputs import Array, Case, Random
from autograder.record import attempt
from autograder.tolerance import Tolerance
from autograder.words import short

Answers = Mapping[str, Answer]


Elsewhere = Callable[[Callable[..., Any], Any, tuple[Any, ...]], Any]


def run_here(function: Callable[..., Any], candidate: Any, arguments: tuple[Any, ...]) -> Any:
    """Calls `function(candidate, *arguments)` in this process; a Failure where it raised."""
    return attempt(lambda: function(candidate, *arguments))


@dataclass(frozen=True)
class Setting:
    """How questions are put: whose name, which seed, and in which floating-point precision.

    Candidates are asked in float32, references in float64. `elsewhere` runs a function in a
    process that has the candidate's definition and nothing else, where there is one.
    """

    exercise: str
    seed: int = 0
    precision: str = "float32"
    elsewhere: Elsewhere = run_here


@dataclass(frozen=True)
class Finding:
    """The first thing that is wrong: which question, what was run on what, expected, received."""

    question: str
    title: str
    code: str
    inputs: Mapping[str, str]
    difference: Difference
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """Turns a candidate and inputs into answers, and knows how two sets of answers are compared.

    Args:
        name: Unique within the exercise.
        title: What the card calls it.
        weight: Its share of the exercise's points.
        needs: Name of a question that must be passed for this one to count. Where the right
            answers are the same for every seed, it must be one of which that isn't so.

    `foreseeable` says that the right answers are the same for every seed, `fatal` that nothing
    more is asked where this one fails, `elsewhere` that it wants a second process (see `Setting`).
    """

    name: str
    title: str = ""
    weight: float = 1.0
    needs: str = ""
    fatal = False
    elsewhere = False

    @property
    def foreseeable(self) -> bool:
        """Whether its right answers are the same for every seed."""
        return False

    def generator(self, setting: Setting) -> np.random.Generator:
        """Random numbers, the same for the same exercise, question and seed."""
        source = zlib.crc32(f"{setting.exercise}/{self.name}".encode())
        return np.random.default_rng([source, setting.seed])

    @abstractmethod
    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """Asks the candidate, in its own process, and returns plain answers by label."""

    def asked(self, answers: Answers) -> Answers:
        """What the reference answers in float64, as it is asked of candidates: in float32."""
        return {label: in_asked_precision(answer) for label, answer in answers.items()}

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """Compares plain answers; None where all agree."""
        for label, wanted in expected.items():
            found = difference(observed.get(label), wanted, self.tolerance(label, setting))
            if found:
                return self.finding(label, found, setting)
        for label in observed:
            if label not in expected:
                extra = Difference("no such thing", label, _unexpected(observed[label]))
                return self.finding(label, extra, setting)
        return None

    def finding(self, label: str, found: Difference, setting: Setting) -> Finding:
        """The difference, with the code that was run and the inputs that it was run on."""
        code, inputs = self.shown(label, setting)
        texts = {name: short(value) for name, value in inputs.items()}
        return Finding(self.name, self.title or self.name, code, texts, found, label)

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """The code behind an answer, and the inputs it ran on, for the card."""
        return label, {}

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """The error model of one answer."""
        return Tolerance()


def up_to_failure(observed: Answers, expected: Answers, *steps: str) -> Answers:
    """What is expected of the steps alone where one of them failed: its error tells it all."""
    if any(isinstance(observed.get(label), Failure) for label in steps):
        return {label: expected[label] for label in steps if label in expected}
    return expected


def _unexpected(answer: Answer) -> str:
    return answer.message if isinstance(answer, Failure) else ""


def in_asked_precision(answer: Answer) -> Answer:
    """A float64 reference's answer, as the float32 that is asked of a candidate."""
    if isinstance(answer, Tensor) and answer.dtype == "float64":
        return replace(answer, dtype="float32")
    if isinstance(answer, Several):
        return replace(answer, items=tuple(in_asked_precision(item) for item in answer.items))
    return answer


@dataclass(frozen=True, kw_only=True)
class ExpressionQuestion(Question):
    """A question put by evaluating an expression, such as `create_huber(2.0)(y_true, y_pred)`.

    Args:
        expression: Python, in which the exercise's name is the candidate; empty calls the
            candidate with the names of its own parameters.
        cases: The inputs, by the names that the expression uses.
        length: How many terms are summed into one number of the answer.
        products: Whether matrices are multiplied on the way.
    """

    expression: str
    cases: Sequence[Case]
    length: int = 1
    products: bool = False

    @cached_property
    def code(self) -> CodeType:
        """The compiled expression."""
        return compile(self.expression, "<question>", "eval")

    @property
    def foreseeable(self) -> bool:
        """Whether all inputs are fixed."""
        return not any(
            isinstance(one, Random) for case in self.cases for one in case.arrays.values()
        )

    def inputs(self, setting: Setting) -> dict[str, dict[str, Array]]:
        """The inputs of every case by label, the same for the same exercise, question and seed."""
        rng = self.generator(setting)
        return {f"case {index + 1}": case.draw(rng) for index, case in enumerate(self.cases)}

    def evaluate(
        self, candidate: Any, setting: Setting, names: Mapping[str, Any] | None = None
    ) -> Any:
        """The expression's value for a candidate and named inputs."""
        return eval(self.code, {**namespace(), setting.exercise: candidate, **(names or {})})

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """The expression and its inputs."""
        return self.expression, self.inputs(setting).get(label.split(":")[0], {})

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """Scaled by the largest operand of the case."""
        drawn = self.inputs(setting).get(label.split(":")[0], {}).values()
        finite = [np.abs(a[np.isfinite(a)]) for a in drawn if a.dtype.kind in "if"]
        scale = max((float(a.max()) for a in finite if a.size), default=0.0)
        return Tolerance(scale, self.length, self.products)


def namespace() -> dict[str, Any]:
    """What an expression may use besides its inputs."""
    import keras
    import tensorflow as tf

    return {"tf": tf, "keras": keras, "np": np}


def as_tensors(arrays: Mapping[str, Array], precision: str) -> dict[str, Any]:
    """The arrays as tensors, floats in the given precision."""
    import tensorflow as tf

    return {
        name: tf.constant(array.astype(precision) if array.dtype.kind == "f" else array)
        for name, array in arrays.items()
    }
