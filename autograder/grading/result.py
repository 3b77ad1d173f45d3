"""The result of grading one student's submission, and how it is kept until it is no longer needed.

A result is written to disk, whole, before anything of it reaches the gradebook: a run that is
killed at any point finds it again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError

FOLDER = ".tapework"
COMMENT_BUDGET = 2000


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise of a result: points, and what the student is told."""

    points: float
    max_points: float
    outcome: str
    message: str
    mistake: str | None = None

    @property
    def comment(self) -> str:
        """What the student reads beside the solution cell."""
        return self.message[:COMMENT_BUDGET]


@dataclass(frozen=True)
class NotebookResult:
    """One notebook of a result: what is written to the autograded folder, and the answers."""

    text: str
    exercises: Mapping[str, ExerciseResult]
    observations: Mapping[str, bytes]


@dataclass(frozen=True)
class Result:
    """What grading gave for one student.

    `digest` says what was handed in, `graded_by` by which source and engine it was graded: while
    both stay the same, the result stands. `problem` is one line, empty where nothing is wrong.
    """

    student: str
    digest: str
    graded_by: str
    seed: int
    notebooks: Mapping[str, NotebookResult] = field(default_factory=dict)
    problem: str = ""
    graded: bool = True
    seconds: float = 0.0
    times: Mapping[str, float] = field(default_factory=dict)

    @property
    def exercises(self) -> dict[str, ExerciseResult]:
        """All exercises, of all notebooks, by name."""
        return {
            name: one for book in self.notebooks.values() for name, one in book.exercises.items()
        }


class Results:
    """The results of one assignment in a course directory."""

    def __init__(self, course: Path, assignment: str) -> None:
        self.folder = course / FOLDER / assignment

    def find(self, student: str) -> Result | None:
        """The kept result; None where there is none that can be read."""
        try:
            return from_json(json.loads(self._path(student).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, result: Result) -> None:
        """Writes it to disk, whole or not at all.

        Raises:
            TapeworkError: If the disk takes no more.
        """
        write_whole(self._path(result.student), json.dumps(to_json(result)))

    def _path(self, student: str) -> Path:
        # Any id makes a file's name: what it holds besides letters is told apart by a digest.
        plain = "".join(letter if letter.isalnum() else "-" for letter in student)[:60]
        return self.folder / f"{plain}-{hashlib.sha256(student.encode()).hexdigest()[:12]}.json"


def to_json(result: Result) -> dict[str, Any]:
    """The result as plain data."""
    tree = asdict(result)
    for book in tree["notebooks"].values():
        book["observations"] = {
            name: base64.b64encode(data).decode() for name, data in book["observations"].items()
        }
    return tree


def from_json(tree: dict[str, Any]) -> Result:
    """The result from plain data."""
    books = {
        name: NotebookResult(
            book["text"],
            {one: ExerciseResult(**fields) for one, fields in book["exercises"].items()},
            {one: base64.b64decode(data) for one, data in book["observations"].items()},
        )
        for name, book in tree["notebooks"].items()
    }
    return Result(**{**tree, "notebooks": books})


def write_whole(path: Path, text: str, mode: int = 0o644) -> None:
    """Writes a file so that at any moment it is the old or the new one, also after a power cut.

    Raises:
        TapeworkError: If it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Always the same name, so that what a run that was killed left is written over.
        part = path.with_name(f".{path.name}.part")
        part.unlink(missing_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(path)
    except OSError as error:
        raise TapeworkError(
            f"{path.name} could not be written ({error.strerror}). Nothing is lost: make room, "
            "then run the same command again, and it goes on."
        ) from None
