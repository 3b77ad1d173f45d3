"""The coverage as tables for a terminal."""

from __future__ import annotations

import io

from autograder.publish.coverage import Coverage, total_text
from autograder.words import points_text


def coverage_text(found: Coverage, width: int = 100) -> str:
    """Lesson points, facts with their places, exercises, and a last line with what is missing."""
    from rich.console import Console
    from rich.table import Table

    points = Table("Point", "Lesson", title="Lesson points", title_justify="left")
    for number, title in found.points.items():
        points.add_row(number, title)
    facts = Table("Fact", "Taught at", "In the cells", title="Facts", title_justify="left")
    for fact, places in found.facts.items():
        sections = dict.fromkeys(f"{one.chapter} {one.point}".strip() for one in places)
        cells = dict.fromkeys(one.cell for one in places)
        facts.add_row(fact, ", ".join(sections), ", ".join(cells))
    exercises = Table(
        "Exercise", "At", "Points", "Minutes", "After", title="Exercises", title_justify="left"
    )
    for row in found.exercises:
        at = f"{row.place.chapter} {row.place.point}".strip()
        exercises.add_row(
            row.name, at, points_text(row.points), str(row.minutes), ", ".join(row.after) or "–"
        )
    out = io.StringIO()
    console = Console(file=out, width=width)
    for table in (points, facts, exercises):
        console.print(table)
    console.print(f"{total_text(found.exercises)}.")
    console.print(f"{len(found.facts)} facts are taught.{_short_of(found)}")
    return out.getvalue().rstrip("\n")


def _short_of(found: Coverage) -> str:
    words = ""
    if found.missing:
        words += f" Missing: {', '.join(found.missing)}."
    if found.unknown:
        words += f" Not among the course's facts: {', '.join(found.unknown)}."
    return words or " None is missing."
