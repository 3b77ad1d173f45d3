"""Behaviour: a scene of several steps, written as a function in the exercise's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Plain, Several, Tensor
from autograder.questions.base import Finding, Question, Setting
from autograder.record import attempt, record
from autograder.tolerance import Tolerance

Scene = Callable[[Any, Setting], Mapping[str, Any]]
Work = Callable[[Mapping[str, Any], Setting], Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Behaviour(Question):
    """Plays a scene with the candidate and records every value that the scene returns.

    Args:
        scene: A function of (candidate, setting) that returns values by label. Each label is a
            sentence that the card can show.
        scale: The largest operand behind the scene's numbers.
        products: Whether matrices are multiplied on the way.
        work: Where the scene's numbers alone tell little: a function of (what the scene returned,
            setting) that returns what they show, by label. The judge calls it, so that nobody can
            claim in words what the numbers do not bear out. Tensors come as NumPy arrays.
    """

    scene: Scene
    work: Work | None = None
    scale: float = 1.0
    products: bool = False

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """The scene's values by label; where it raised, the failure alone."""

        def play() -> dict[str, Answer]:
            return {label: record(value) for label, value in self.scene(candidate, setting).items()}

        played = attempt(play)
        return {"the scene": played} if isinstance(played, Failure) else played

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """As every question, but a scene that raised is told by its error."""
        if self.work:
            observed, expected = (self._tried(one, setting) for one in (observed, expected))
        broken = observed.get("the scene")
        if isinstance(broken, Failure) and "the scene" not in expected:
            first = next(iter(expected))
            return super().judge({first: broken}, expected, setting)
        return super().judge(observed, expected, setting)

    def _tried(self, answers: Mapping[str, Answer], setting: Setting) -> Mapping[str, Answer]:
        try:
            return self.worked(answers, setting)
        except Exception:
            # What a forger sends may be anything; so may what a known mistake gives.
            return {}

    def worked(self, answers: Mapping[str, Answer], setting: Setting) -> Mapping[str, Answer]:
        """What the answers show, by `work`; as they are where there is none, or one failed."""
        if self.work is None or any(isinstance(one, Failure) for one in answers.values()):
            return answers
        told = self.work({label: _value(one) for label, one in answers.items()}, setting)
        return {label: record(value) for label, value in told.items()}

    def finding(self, label: str, found: Any, setting: Setting) -> Finding:
        """Titled by what was looked at."""
        told = super().finding(label, found, setting)
        return replace(told, title=f"{told.title} ({label})")

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """The scene's own error model."""
        return Tolerance(scale=self.scale, products=self.products)


def _value(answer: Answer) -> Any:
    if isinstance(answer, Several):
        return [_value(one) for one in answer.items]
    if isinstance(answer, Plain):
        return answer.value
    if isinstance(answer, Tensor) and answer.values is not None:
        return np.asarray(answer.values, "float64")
    raise ValueError(f"Expected numbers or words, received {answer}.")
