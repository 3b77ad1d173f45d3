"""Reads a chapter's lesson.md: its front matter, its cells, and where each exercise stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.catalogue import Chapter, Course
from autograder.errors import CourseError

FILE = "lesson.md"
MARKDOWN, CODE, EXERCISE, WRITTEN = "markdown", "code", "exercise", "written"
_PLACE = re.compile(
    r"^```\{(exercise|written)\}[ \t]*(\S*)[ \t]*(\d*)[ \t]*\n(.*?)^```[ \t]*$", re.M | re.DOTALL
)
_POINT = re.compile(r"^#{2,} (\d+\.\d+[a-z]?)\s+(.+?)\s*$", re.MULTILINE)
_GUESS = re.compile(r"^(predict\(\w+, guess=).+\)$", re.MULTILINE)
_FACT = re.compile(r"^[A-Z]+-\d+$")


@dataclass(frozen=True)
class Piece:
    """One cell of a lesson, or the place of an exercise, whose `text` is then the name.

    Of an answer in words, which a person grades, `text` is a model answer, `name` its id and
    `points` what it is worth.

    `point` is the number of the lesson point that it belongs to, for example `2.4b`; it is empty
    before the first one.
    """

    kind: str
    text: str
    tags: tuple[str, ...]
    point: str
    name: str = ""
    points: int = 0

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that the cell teaches, for example `L-01`."""
        return tuple(tag for tag in self.tags if _FACT.match(tag))


@dataclass(frozen=True)
class Lesson:
    """A chapter's lesson as read: what its front matter says, its points and its pieces."""

    chapter: Chapter
    title: str
    minutes: int
    objectives: tuple[str, ...]
    prerequisites: tuple[str, ...]
    points: Mapping[str, str]
    pieces: tuple[Piece, ...]

    @property
    def exercises(self) -> list[str]:
        """The names of its exercises, in the order in which they stand in the lesson."""
        return [piece.text for piece in self.pieces if piece.kind == EXERCISE]


def read_lesson(course: Course, chapter: Chapter) -> Lesson:
    """Reads and checks the lesson of a chapter.

    Raises:
        CourseError: If it cannot be read, lacks front matter, or does not place each exercise of
            its chapter exactly once, after the exercises that it builds on.
    """
    file = chapter.folder / FILE
    front, cells = _parse(file)
    pieces = tuple(_pieces(cells))
    points: dict[str, str] = {}
    for piece in pieces:
        if piece.kind == MARKDOWN:
            points.update(_POINT.findall(piece.text))
    lesson = Lesson(
        chapter=chapter,
        title=_wanted(front, "title", str, file),
        minutes=_wanted(front, "minutes", int, file),
        objectives=tuple(map(str, _wanted(front, "objectives", list, file))),
        prerequisites=tuple(map(str, _wanted(front, "prerequisites", list, file))),
        points=points,
        pieces=pieces,
    )
    number = _wanted(front, "number", int, file)
    if number != chapter.number:
        raise CourseError(
            f"{_name(file)}: expected `number: {chapter.number}`, as the course counts its "
            f"chapters, received {number}."
        )
    _check_places(course, lesson, file)
    return lesson


def without_guess(piece: Piece) -> Piece:
    """The piece as a learner finds it: `predict(outcome, guess=...)` waits for a guess."""
    if piece.kind != CODE:
        return piece
    return replace(piece, text=_GUESS.sub(r"\1...)", piece.text))


def _name(file: Path) -> str:
    """The file with the two folders above it, as a message shows it: no absolute path."""
    return "/".join(file.parts[-3:])


def _parse(file: Path) -> tuple[Mapping[str, Any], list[Any]]:
    import jupytext

    try:
        notebook = jupytext.reads(file.read_text(encoding="utf-8"), fmt="md:myst")
    except FileNotFoundError:
        raise CourseError(f"{_name(file)}: the chapter has no lesson; write this file.") from None
    except Exception as error:
        reason = " ".join(str(error).split())[:200]
        raise CourseError(
            f"{_name(file)}: cannot be read as MyST Markdown ({type(error).__name__}: {reason})."
        ) from None
    front = notebook.metadata.get("tapework")
    if not isinstance(front, Mapping):
        raise CourseError(
            f"{_name(file)}: expected front matter `tapework: {{number, title, minutes, "
            "objectives, prerequisites}}`, received none."
        )
    return front, list(notebook.cells)


def _wanted(front: Mapping[str, Any], key: str, kind: type, file: Path) -> Any:
    value = front.get(key)
    if not isinstance(value, kind):
        raise CourseError(
            f"{_name(file)}: expected `{key}` in the front matter as {kind.__name__}, "
            f"received {value!r}."
        )
    return value


def _pieces(cells: list[Any]) -> Iterator[Piece]:
    point = ""
    for cell in cells:
        tags = tuple(cell.metadata.get("tags", ()))
        if cell.cell_type != MARKDOWN:
            yield Piece(CODE, cell.source, tags, point)
            continue
        # split() gives text, then kind, name, points, body and text again and again.
        first, *others = _PLACE.split(cell.source)
        for kind, name, points, body, text in [("", "", "", "", first), *_by_five(others)]:
            if kind == EXERCISE:
                yield Piece(EXERCISE, name, (), point)
            elif kind == WRITTEN:
                yield Piece(WRITTEN, body.strip("\n"), (), point, name, int(points or 0))
            if text.strip():
                found = _POINT.search(text)
                point = found[1] if found else point
                yield Piece(MARKDOWN, text.strip("\n"), tags, point)
                point = (_POINT.findall(text) or [(point, "")])[-1][0]


def _by_five(parts: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(parts[at : at + 5]) for at in range(0, len(parts), 5))


def _check_places(course: Course, lesson: Lesson, file: Path) -> None:
    here = lesson.chapter.exercises
    done: list[str] = []
    for name in lesson.exercises:
        if name not in here:
            other = course.exercise(name) if name in course.exercises else None
            where = f"It belongs to chapter {other.chapter!r}." if other else _close(name, here)
            raise CourseError(f"{_name(file)}: names an unknown exercise {name!r}. {where}")
        if name in done:
            raise CourseError(
                f"{_name(file)}: places the exercise {name!r} twice; remove one of the places."
            )
        late = [one for one in here[name].after if one in here and one not in done]
        if late:
            raise CourseError(
                f"{_name(file)}: places the exercise {name!r} before {late[0]!r}, on which it "
                "builds; place it after."
            )
        done.append(name)
    for piece in lesson.pieces:
        if piece.kind == WRITTEN and not (piece.name and piece.points and piece.text):
            raise CourseError(
                f"{_name(file)}: expected ```{{written}} ID POINTS with a model answer in it, "
                f"received id {piece.name!r}, {piece.points} points and {len(piece.text)} letters."
            )
    missing = [name for name in here if name not in done]
    if missing:
        raise CourseError(
            f"{_name(file)}: never places the exercise {missing[0]!r}; add a block "
            f"```{{exercise}} {missing[0]}``` where it belongs."
        )


def _close(name: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, cutoff=0.4) or list(known)
    return f"Did you mean {' or '.join(map(repr, close[:3]))}?"
