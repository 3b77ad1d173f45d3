"""What a judge returns: points, what passed, what is wrong first, the matching mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from autograder.answers import Observations
from autograder.questions.base import Finding
from autograder.words import points_text

NOT_ATTEMPTED, INCORRECT, CORRECT = "not attempted", "incorrect", "correct"


@dataclass(frozen=True)
class Result:
    """One question's outcome. `passed` is None where the question was not reached."""

    name: str
    title: str
    passed: bool | None
    points: float
    max_points: float


@dataclass(frozen=True)
class Verdict:
    """The judgement on one candidate.

    In a notebook it shows as a card; its plain text is the number of points, which is what
    nbgrader reads as partial credit.
    """

    exercise: str
    outcome: str
    points: float
    max_points: float
    results: tuple[Result, ...]
    message: str
    finding: Finding | None = None
    mistake: str | None = None
    sentence: str = ""
    observed: Observations | None = None
    expected: Observations | None = None

    def __repr__(self) -> str:
        return points_text(self.points)

    @property
    def printed(self) -> str:
        """What the candidate wrote while it was asked."""
        return self.observed.printed if self.observed else ""

    def to_json(self) -> dict[str, Any]:
        """The verdict for machines: the fields that `tapework check --json` prints."""
        return {
            "exercise": self.exercise,
            "points": self.points,
            "max_points": self.max_points,
            "questions": [
                {"name": result.name, "passed": result.passed is True} for result in self.results
            ],
            "mistake": self.mistake,
            "message": self.message,
        }

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from autograder.feedback.html import card

        return {"text/plain": repr(self), "text/html": card(self)}
