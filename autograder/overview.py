"""A learner's progress in numbers: by exercise, by chapter, in all, and what is next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder.catalogue import Chapter, Course
from autograder.exercise import Exercise
from autograder.front import Front, front_of
from autograder.progress import Record

SOLVED, BEGUN, OPEN = "solved", "begun", "open"


@dataclass(frozen=True)
class Row:
    """One exercise and what the learner did with it."""

    exercise: Exercise
    record: Record

    @property
    def state(self) -> str:
        """Solved, begun or open."""
        if self.record.solved:
            return SOLVED
        return BEGUN if self.record.tries else OPEN

    @property
    def points(self) -> float:
        """Points so far, never more than the exercise is worth now."""
        return min(self.record.points, self.exercise.points)


@dataclass(frozen=True)
class Part:
    """Some exercises together: a chapter's, or the course's. Given ones count in no number."""

    rows: tuple[Row, ...]

    @cached_property
    def graded(self) -> tuple[Row, ...]:
        """All but the exercises whose solution is given."""
        return tuple(row for row in self.rows if not row.exercise.given)

    @property
    def points(self) -> float:
        """Points so far."""
        return sum(row.points for row in self.graded)

    @property
    def most(self) -> float:
        """Points that can be had."""
        return sum(row.exercise.points for row in self.graded)

    @property
    def solved(self) -> int:
        """How many exercises are solved."""
        return sum(row.state == SOLVED for row in self.graded)

    @property
    def hints(self) -> int:
        """How many hints were read."""
        return sum(row.record.hints for row in self.rows)


@dataclass(frozen=True)
class ChapterPart(Part):
    """One chapter's exercises, with its title and minutes."""

    chapter: Chapter
    front: Front


@dataclass(frozen=True)
class Overview(Part):
    """The whole course's, chapter by chapter, and the exercise that is next, if one is left."""

    chapters: tuple[ChapterPart, ...]
    next: Row | None

    @property
    def next_chapter(self) -> ChapterPart | None:
        """The chapter of the exercise that is next."""
        return next((one for one in self.chapters if self.next in one.rows), None)

    @property
    def recaps(self) -> tuple[int, int]:
        """How many recap questions were answered rightly, and how many were answered."""
        records = [row.record for row in self.rows]
        return sum(one.recaps_right for one in records), sum(one.recaps for one in records)


def overview(course: Course, records: Mapping[str, Record]) -> Overview:
    """Counts what a learner has done.

    Args:
        course: The course.
        records: The learner's, by exercise; what was worked on last stands last.
    """
    chapters = tuple(
        ChapterPart(
            tuple(
                Row(exercise, records.get(name, Record()))
                for name, exercise in chapter.exercises.items()
            ),
            chapter,
            front_of(chapter),
        )
        for chapter in course.chapters
    )
    rows = tuple(row for one in chapters for row in one.rows)
    return Overview(rows, chapters, _next(rows, records))


def _next(rows: tuple[Row, ...], records: Mapping[str, Record]) -> Row | None:
    """The first that is not solved in the chapter last worked in, otherwise of all."""
    chapters = {row.exercise.name: row.exercise.chapter for row in rows}
    here = next((chapters[name] for name in reversed(list(records)) if name in chapters), "")
    todo = [row for row in rows if row.state != SOLVED]
    return next((row for row in todo if row.exercise.chapter == here), todo[0] if todo else None)
