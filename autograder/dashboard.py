"""The dashboard that `progress()` shows: chapters, exercises, points, hints, what is next."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.catalogue import Chapter, Course
from autograder.progress import Record
from autograder.words import points_text

BAR = 20


def dashboard(course: Course, records: Mapping[str, Record]) -> str:
    """The learner's progress as Markdown: a table a chapter, and the next exercise."""
    parts = [_chapter(chapter, records) for chapter in course.chapters]
    name = _next(course, records)
    parts.append(f"**Next:** `{name}`" if name else "**All exercises are solved.**")
    return "\n\n".join(parts)


def _next(course: Course, records: Mapping[str, Record]) -> str:
    """The first that is not solved in the chapter last worked in, otherwise of all."""
    last = next((name for name in reversed(list(records)) if name in course.exercises), None)
    chapter = course.exercise(last).chapter if last else ""
    here = [name for name, one in course.exercises.items() if one.chapter == chapter]
    todo = (one for one in [*here, *course.exercises] if not records.get(one, Record()).solved)
    return next(todo, "")


def _chapter(chapter: Chapter, records: Mapping[str, Record]) -> str:
    got = sum(records.get(name, Record()).points for name in chapter.exercises)
    most = sum(exercise.points for exercise in chapter.exercises.values())
    filled = round(BAR * got / most) if most else 0
    bar = "█" * filled + "░" * (BAR - filled)
    lines = [
        f"### Chapter {chapter.number}: {chapter.name}",
        f"{bar} {points_text(got)} of {points_text(most)} points",
        "",
        "| exercise | state | points | tries | hints |",
        "|---|---|---|---|---|",
    ]
    for name, exercise in chapter.exercises.items():
        one = records.get(name, Record())
        state = "✓ solved" if one.solved else ("… begun" if one.tries else "○ open")
        points = f"{points_text(one.points)} of {points_text(exercise.points)}"
        hints = f"{one.hints} of {len(exercise.hints)}"
        lines.append(f"| `{name}` | {state} | {points} | {one.tries} | {hints} |")
    return "\n".join(lines)
