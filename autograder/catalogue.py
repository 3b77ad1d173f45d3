"""Finds the course, its chapters and exercises, and puts the exercises in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from importlib.metadata import Distribution, entry_points
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from autograder.errors import CourseError
from autograder.exercise import Exercise
from autograder.quiet import import_tensorflow

ENTRY_POINTS = "autograder.courses"
START = "start"


@dataclass(frozen=True)
class Chapter:
    """One folder of a course: a lesson and its exercises, by name."""

    number: int
    name: str
    folder: Path
    exercises: Mapping[str, Exercise]

    @property
    def graded(self) -> dict[str, Exercise]:
        """The exercises that count in a grade: all but those whose solution is given."""
        return {name: one for name, one in self.exercises.items() if not one.given}

    @property
    def notebook(self) -> str:
        """The name of its notebook without the ending, for example `02_losses`."""
        return f"{self.number:02d}_{self.name}"


@dataclass(frozen=True)
class Course:
    """A whole course: its package, its chapters in order, its exercises by name.

    `start` is a page before the first chapter, with a lesson and no exercises.
    """

    package: str
    folder: Path
    chapters: tuple[Chapter, ...]
    start: Chapter | None = None

    @property
    def pages(self) -> tuple[Chapter, ...]:
        """Everything that has a lesson: the start and the chapters."""
        return (self.start, *self.chapters) if self.start else self.chapters

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """All exercises by name, chapter by chapter."""
        return {name: one for chapter in self.chapters for name, one in chapter.exercises.items()}

    @cached_property
    def references(self) -> dict[str, str]:
        """Dotted name of a reference → its exercise's name."""
        return {
            f"{one.reference.__module__}.{one.reference.__qualname__}": name
            for name, one in self.exercises.items()
        }

    @cached_property
    def forbidden(self) -> frozenset[str]:
        """Dotted names of all ready-made stand-ins that some exercise forbids."""
        return frozenset(name for one in self.exercises.values() for name in one.forbids)

    def stand_ins(self, exercise: Exercise) -> set[str]:
        """Dotted names that are no answer: the exercise's own list, and the course's references."""
        others = (one for one, name in self.references.items() if name not in exercise.allows)
        return {*exercise.forbids, *others}

    def exercise(self, name: str) -> Exercise:
        """The exercise of that name.

        Raises:
            CourseError: If the course has none of that name; the message lists close ones.
        """
        if name in self.exercises:
            return self.exercises[name]
        from difflib import get_close_matches

        close = get_close_matches(name, self.exercises, cutoff=0.4) or list(self.exercises)
        raise CourseError(f"There is no exercise {name!r}. Did you mean {', '.join(close)}?")

    def chapter(self, name: str) -> Chapter:
        """The chapter of that name.

        Raises:
            CourseError: If the course has none of that name.
        """
        for chapter in self.pages:
            if chapter.name == name:
                return chapter
        names = ", ".join(chapter.name for chapter in self.chapters)
        raise CourseError(f"There is no chapter {name!r}. The chapters are: {names}.")


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The exercises with every prerequisite before what needs it, otherwise as they came.

    Raises:
        CourseError: On a duplicate name, an unknown prerequisite or a cycle.
    """
    by_name: dict[str, Exercise] = {}
    for exercise in exercises:
        if exercise.name in by_name:
            first = by_name[exercise.name].file.name
            raise CourseError(
                f"Two exercises have the id {exercise.name!r}: in {first} and in "
                f"{exercise.file.name}. Rename one."
            )
        by_name[exercise.name] = exercise
    for exercise in by_name.values():
        for before in exercise.after:
            if before not in by_name:
                raise CourseError(
                    f"Exercise {exercise.name!r} comes after {before!r}, which does not exist."
                )
    try:
        order = TopologicalSorter({name: one.after for name, one in by_name.items()}).static_order()
        return [by_name[name] for name in order]
    except CycleError as error:
        circle = " → ".join(error.args[1])
        raise CourseError(f"Prerequisites run in a circle: {circle}. Remove one link.") from None


def _exercises_of(package: str, folder: Path) -> list[Exercise]:
    found = []
    for module in iter_modules([str(folder)]):
        exercise: Any = getattr(import_module(f"{package}.{module.name}"), "exercise", None)
        if isinstance(exercise, Exercise):
            found.append(exercise)
    return found


def course_packages() -> list[str]:
    """The import names of the courses that are installed."""
    return [found.value for found in entry_points(group=ENTRY_POINTS)]


def distribution_of(package: str) -> Distribution | None:
    """The distribution that an installed course comes in."""
    entries = entry_points(group=ENTRY_POINTS)
    return next((one.dist for one in entries if one.value == package), None)


@cache
def load_course(package: str | None = None) -> Course:
    """Loads a course from its package, or the one that is installed.

    Args:
        package: Import name; None finds it through the entry point group `autograder.courses`.

    Raises:
        CourseError: If there is no course, or its exercises do not fit together.
    """
    if package is None:
        found = course_packages()
        if not found:
            raise CourseError("No course is installed. Run `pip install tapework`.")
        package = found[0]
    import_tensorflow()
    module = import_module(package)
    folder = Path(str(module.__file__)).parent
    chapters = []
    for number, name in sorted(module.CHAPTERS.items()):
        exercises = _exercises_of(f"{package}.{name}", folder / name)
        by_name = {exercise.name: exercise for exercise in exercises}
        if len(by_name) < len(exercises):
            in_order(exercises)
        chapters.append(Chapter(number, name, folder / name, by_name))
    start = Chapter(0, START, folder / START, {}) if (folder / START).is_dir() else None
    course = Course(package, folder, tuple(chapters), start)
    ordered = in_order(one for chapter in chapters for one in chapter.exercises.values())
    rank = {exercise.name: place for place, exercise in enumerate(ordered)}
    for chapter in chapters:
        assert isinstance(chapter.exercises, dict)
        arranged = sorted(chapter.exercises.items(), key=lambda item: rank[item[0]])
        chapter.exercises.clear()
        chapter.exercises.update(arranged)
    return course
