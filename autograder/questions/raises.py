"""Raises: what must not go through in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer, Failure
from autograder.compare import Difference, describe
from autograder.questions.base import Answers, ExpressionQuestion, Finding, Setting, as_tensors
from autograder.record import answer_to


@dataclass(frozen=True, kw_only=True)
class Raises(ExpressionQuestion):
    """Asks that the expression raises, with one of the given error types where any are given.

    It counts only with the question that `needs` names: code that always raises earns nothing.
    """

    name: str = "raises"
    title: str = "Raises"
    errors: Sequence[str] = ()

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One failure, or the value that came instead, a case."""
        return {
            label: answer_to(
                lambda a=arrays: self.evaluate(candidate, setting, as_tensors(a, setting.precision))  # type: ignore[misc]
            )
            for label, arrays in self.inputs(setting).items()
        }

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """Passed where every case failed with an error of the right type, but for the stub's."""
        for label in self.inputs(setting):
            answer = observed.get(label)
            kinds = " or ".join(self.errors) or "an error"
            if not isinstance(answer, Failure) or answer.type == "NotImplementedError":
                came = describe(answer) if answer else "nothing"
                return self.finding(label, Difference(kinds, came, f"Raise {kinds} here."), setting)
            if self.errors and answer.type not in self.errors:
                wrong = Difference(kinds, describe(answer), f"Raise {kinds} here.")
                return self.finding(label, wrong, setting)
        return None
