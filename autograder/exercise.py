"""What an exercise is: a reference implementation, its questions, hints and known mistakes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.questions.base import Question


@dataclass(frozen=True)
class Mistake:
    """A wrong version that learners really write, and the sentence that helps them out of it."""

    candidate: Callable[..., Any]
    sentence: str

    @property
    def name(self) -> str:
        """The name of the wrong version, as it stands in the exercise's file."""
        return self.candidate.__name__


@dataclass(frozen=True, init=False, eq=False)
class Exercise:
    """One thing to re-create, with all that is needed to teach, check and grade it.

    Args:
        reference: The documented reference implementation, a function or a class. Its name is the
            exercise's id, its docstring the statement, its signature the starter.
        points: What full marks are worth, greater than 0.
        minutes: How long a learner should need.
        difficulty: 1 (easy) to 5 (hard).
        importance: 1 (nice to know) to 5 (everything later needs it).
        questions: What is asked of a candidate, in the order of feedback.
        hints: A ladder from nudge to skeleton.
        mistakes: Wrong versions that learners really write.
        after: Names of the exercises that come before this one.
        teaches: Ids of the facts that it practises.
        forbids: Dotted names of ready-made stand-ins that are not an answer.
        allows: Names of other exercises whose reference a candidate may use.
        given: Whether the notebook holds the solution, so that the first card of all is green. It
            counts in nobody's grade.

    Raises:
        CourseError: If something that every exercise needs is missing or out of range.
    """

    reference: Callable[..., Any]
    points: float
    minutes: int
    difficulty: int
    importance: int
    questions: tuple[Question, ...]
    hints: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    after: tuple[str, ...]
    teaches: tuple[str, ...]
    forbids: tuple[str, ...]
    allows: tuple[str, ...]
    given: bool

    def __init__(
        self,
        reference: Callable[..., Any],
        *,
        points: float,
        minutes: int,
        difficulty: int,
        importance: int,
        questions: Sequence[Question],
        hints: Sequence[str],
        mistakes: Sequence[Mistake],
        after: str | Sequence[str] = (),
        teaches: Sequence[str] = (),
        forbids: Sequence[str] = (),
        allows: Sequence[str] = (),
        given: bool = False,
    ) -> None:
        values = dict(
            reference=reference,
            points=points,
            minutes=minutes,
            difficulty=difficulty,
            importance=importance,
            questions=tuple(questions),
            hints=tuple(hints),
            mistakes=tuple(mistakes),
            after=(after,) if isinstance(after, str) else tuple(after),
            teaches=tuple(teaches),
            forbids=tuple(forbids),
            allows=tuple(allows),
            given=given,
        )
        for field, value in values.items():
            object.__setattr__(self, field, value)
        self._validate()

    def _validate(self) -> None:
        names = [question.name for question in self.questions]
        for wrong, sentence in [
            (self.points <= 0, f"points must be greater than 0, received {self.points}"),
            (not 1 <= self.difficulty <= 5, f"difficulty is 1 to 5, received {self.difficulty}"),
            (not 1 <= self.importance <= 5, f"importance is 1 to 5, received {self.importance}"),
            (not names, "an exercise asks at least one question"),
            (len(set(names)) < len(names), f"two questions have one name: {names}; pass name=…"),
            (not self.reference.__doc__, "the reference needs a docstring: it is the statement"),
        ]:
            if wrong:
                raise CourseError(f"Exercise {self.name!r}: {sentence}.")

    @property
    def name(self) -> str:
        """The exercise's id: the name of its reference."""
        return self.reference.__name__

    @property
    def chapter(self) -> str:
        """The name of the chapter's folder, for example `losses`."""
        return self.reference.__module__.split(".")[-2]

    @property
    def is_class(self) -> bool:
        """Whether a class is asked for, rather than a function."""
        return inspect.isclass(self.reference)

    @cached_property
    def file(self) -> Path:
        """The one file in which the exercise is written."""
        return Path(inspect.getfile(self.reference))

    @cached_property
    def signature(self) -> inspect.Signature:
        """The reference's signature, without `self`."""
        return inspect.signature(self.reference)

    @property
    def call(self) -> str:
        """How the candidate is called when a question does not say: `huber_fn(y_true, y_pred)`."""
        return f"{self.name}({', '.join(self.signature.parameters)})"
