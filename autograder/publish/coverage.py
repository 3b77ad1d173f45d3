"""What the course teaches where: facts, lesson points, exercises; and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from autograder.catalogue import Course, load_course
from autograder.publish.lesson import EXERCISE, Lesson, read_lesson
from autograder.publish.notebooks import piece_ids
from autograder.words import points_text


@dataclass(frozen=True)
class Place:
    """Where something is taught: chapter, lesson point, and the notebook's cell."""

    chapter: str
    point: str
    cell: str


@dataclass(frozen=True)
class ExerciseRow:
    """An exercise as the coverage lists it."""

    name: str
    place: Place
    points: float
    minutes: int
    after: tuple[str, ...]
    teaches: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Facts by id with their places, lesson points by number, exercises in order.

    `missing` are the facts that the course promises (`FACTS` in its package) and no cell teaches;
    `unknown` those that a cell names and the course does not promise.
    """

    points: Mapping[str, str]
    facts: Mapping[str, tuple[Place, ...]]
    exercises: tuple[ExerciseRow, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every promised fact is taught, and no other is named."""
        return not self.missing and not self.unknown

    def to_json(self) -> dict[str, Any]:
        """The same as plain data."""
        from dataclasses import asdict

        return {
            "points": dict(self.points),
            "facts": {
                fact: [asdict(place) for place in places] for fact, places in self.facts.items()
            },
            "exercises": [asdict(row) for row in self.exercises],
            "missing": list(self.missing),
            "unknown": list(self.unknown),
            "complete": self.complete,
        }


def coverage(course: Course | None = None) -> Coverage:
    """Gathers what all lessons and exercises of a course teach.

    Args:
        course: The course; None finds the installed one.

    Raises:
        CourseError: If a lesson cannot be read.
    """
    course = course or load_course()
    points: dict[str, str] = {}
    facts: dict[str, list[Place]] = {}
    rows = []
    for chapter in course.chapters:
        lesson = read_lesson(course, chapter)
        points.update(lesson.points)
        for fact, place in _facts(lesson):
            facts.setdefault(fact, []).append(place)
        rows += _rows(lesson)
    promised = _promised(course)
    return Coverage(
        points=points,
        facts={fact: tuple(facts[fact]) for fact in sorted(facts, key=_in_order)},
        exercises=tuple(rows),
        missing=tuple(fact for fact in promised if fact not in facts),
        unknown=tuple(sorted(set(facts) - set(promised), key=_in_order)) if promised else (),
    )


def _facts(lesson: Lesson) -> list[tuple[str, Place]]:
    found = []
    for piece, cell in zip(lesson.pieces, piece_ids(lesson), strict=True):
        taught, where = piece.facts, cell
        if piece.kind == EXERCISE:
            taught, where = lesson.chapter.exercises[piece.text].teaches, piece.text
        place = Place(lesson.chapter.name, piece.point, where)
        found += [(fact, place) for fact in taught]
    return found


def _rows(lesson: Lesson) -> list[ExerciseRow]:
    rows = []
    for piece in lesson.pieces:
        if piece.kind == EXERCISE:
            one = lesson.chapter.exercises[piece.text]
            place = Place(lesson.chapter.name, piece.point, one.name)
            rows.append(
                ExerciseRow(one.name, place, one.points, one.minutes, one.after, one.teaches)
            )
    return rows


def _promised(course: Course) -> list[str]:
    """The ids of all facts that the course promises: `FACTS = {"L": 32}` is L-01 to L-32."""
    counts: Mapping[str, int] = getattr(import_module(course.package), "FACTS", {})
    return [
        f"{letter}-{number:02d}"
        for letter, count in counts.items()
        for number in range(1, count + 1)
    ]


def _in_order(fact: str) -> tuple[str, int]:
    letter, _, number = fact.partition("-")
    return letter, int(number)


def total_text(rows: tuple[ExerciseRow, ...]) -> str:
    """All exercises in a sentence: how many, points, minutes."""
    points = points_text(sum(row.points for row in rows))
    return f"{len(rows)} exercises, {points} points, {sum(row.minutes for row in rows)} minutes"
