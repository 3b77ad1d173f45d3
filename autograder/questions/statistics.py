"""Statistics: what random components give on average, judged by seeded moments."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.answers import Answer, Plain, Tensor
from autograder.compare import Difference, difference
from autograder.questions.base import Answers, Finding, Question, Setting, namespace
from autograder.record import answer_to
from autograder.tolerance import Tolerance
from autograder.words import number

ALLOWED_STANDARD_ERRORS = 5.0


@dataclass(frozen=True, kw_only=True)
class Statistics(Question):
    """Asks for random numbers and judges their shape, dtype, mean and standard deviation.

    Args:
        expression: Makes the numbers; the exercise's name is the candidate.
        mean: Of their distribution.
        deviation: Its standard deviation, as an expression in the names of `draws`.
        draws: Names that the expressions use, each with the range of whole numbers that it is
            drawn from, afresh for every seed.
        dtype: What dtype they must have.
        fresh: Whether a second call must give other numbers.
    """

    name: str = "statistics"
    title: str = "Mean and standard deviation"
    expression: str
    mean: float
    deviation: str
    draws: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    dtype: str = "float32"
    fresh: bool = True

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """The numbers' moments, and whether a second call gave the same ones."""
        names = {**namespace(), setting.exercise: candidate, **self.drawn(setting)}
        drawn: list[Any] = []

        def draw() -> Any:
            drawn.append(eval(self.expression, names))
            return drawn[-1]

        first, second = answer_to(draw), answer_to(draw)
        for answer in (first, second):
            if not isinstance(answer, Tensor) or answer.values is None:
                return {"numbers": answer}
        values = np.asarray(first.values, "float64")  # type: ignore[union-attr]
        again = np.asarray(second.values, "float64")  # type: ignore[union-attr]
        assert isinstance(first, Tensor)
        return {
            "numbers": Tensor(first.kind, first.dtype, first.shape, None),
            "mean": Plain(float(values.mean()) if values.size else 0.0),
            "standard deviation": Plain(float(values.std()) if values.size else 0.0),
            "the same twice": Plain(
                values.shape == again.shape and bool(np.array_equal(values, again))
            ),
        }

    def drawn(self, setting: Setting) -> dict[str, int]:
        """The numbers behind the names of `draws`."""
        rng = self.generator(setting)
        return {name: int(rng.integers(low, high + 1)) for name, (low, high) in self.draws.items()}

    def asked(self, answers: Answers) -> Answers:
        """As they are: the dtype is the expression's own affair."""
        return answers

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """Moments may be off by five standard errors of a sample of that size.

        The reference's own sample is off by chance, so theory takes its place. A known mistake is
        not what theory says: then its sample counts, with chance on both sides.
        """
        wanted = expected["numbers"]
        if not isinstance(wanted, Tensor):
            return super().judge(observed, expected, setting)
        theory = self.theory(wanted, setting)
        if self._compare(expected, theory, 1.0, setting) is None:
            return self._compare(observed, theory, 1.0, setting)
        return self._compare(observed, expected, math.sqrt(2.0), setting)

    def theory(self, numbers: Tensor, setting: Setting) -> dict[str, Answer]:
        """What would be answered for numbers of that shape if there were no chance."""
        deviation = float(eval(self.deviation, {}, self.drawn(setting)))
        return {
            "numbers": Tensor("tensor", self.dtype, numbers.shape, None),
            "mean": Plain(self.mean),
            "standard deviation": Plain(deviation),
            "the same twice": Plain(not self.fresh),
        }

    def _compare(
        self, observed: Answers, wanted: Answers, factor: float, setting: Setting
    ) -> Finding | None:
        numbers, fresh = wanted["numbers"], wanted["the same twice"] == Plain(False)
        wrong = difference(observed.get("numbers"), numbers, Tolerance())
        if wrong:
            return self.finding("numbers", wrong, setting)
        assert isinstance(numbers, Tensor)
        for label, want, error in self.moments(numbers, wanted):
            answer = observed.get(label)
            got = answer.value if isinstance(answer, Plain) else None
            allowed = ALLOWED_STANDARD_ERRORS * factor * error
            if not isinstance(got, float) or not abs(got - want) <= allowed:
                why = f"The {label} of the numbers is off by more than chance allows."
                came = "nothing" if not isinstance(got, float) else number(got)
                return self.finding(label, Difference(number(want), came, why), setting)
        if self.fresh and observed.get("the same twice") != wanted["the same twice"]:
            why = "Two calls gave the same numbers: leave the seed open." if fresh else ""
            return self.finding(
                "the same twice", Difference("fresh numbers", "equal", why), setting
            )
        return None

    def moments(self, numbers: Tensor, wanted: Answers) -> list[tuple[str, float, float]]:
        """Label, expected value and standard error of each moment, for a sample of that shape."""
        size = max(1, int(np.prod([int(n or 1) for n in numbers.shape])))
        values = {
            label: answer.value
            for label in ("mean", "standard deviation")
            if isinstance(answer := wanted[label], Plain) and isinstance(answer.value, float)
        }
        spread = abs(values["standard deviation"]) / np.sqrt(size)
        return [
            ("mean", values["mean"], float(spread)),
            ("standard deviation", values["standard deviation"], float(spread / np.sqrt(2))),
        ]

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The expression and which moment was compared."""
        return f"{label} of {self.expression}", self.drawn(setting)
