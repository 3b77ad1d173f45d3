"""The gradebook as a table for a terminal: points, and the mistakes that were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from autograder.catalogue import Course
from autograder.grading.run import Graded
from autograder.words import points_text


def class_table(graded: Sequence[Graded], title: str) -> Any:
    """One row per student: points, maximum, where points were lost and by which mistake.

    Args:
        graded: What grading gave.
        title: The table's title.

    Returns:
        A `rich.table.Table`.
    """
    from rich.table import Table

    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("Student", no_wrap=True)
    table.add_column("Points", justify="right")
    table.add_column("Of", justify="right")
    table.add_column("Where points were lost, and the mistake found")
    for one in graded:
        points = points_text(one.row.points) if one.row else "–"
        most = points_text(one.row.max_points) if one.row else "–"
        table.add_row(one.student, points, most, _remarks(one))
    return table


def mistakes_table(graded: Sequence[Graded], course: Course, most: int = 10) -> Any:
    """The mistakes that were found most often, and what their students read.

    Args:
        graded: What grading gave.
        course: The course, which knows the sentences.
        most: How many to show.

    Returns:
        A `rich.table.Table`.
    """
    from rich.table import Table

    counts = Counter(
        (score.exercise, score.mistake)
        for one in graded
        if one.row
        for score in one.row.scores
        if score.mistake
    )
    shown = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    title = f"{len(counts)} different mistakes were found; {len(shown)} of them"
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("Exercise: mistake")
    table.add_column("Students", justify="right")
    table.add_column("What they read")
    for (exercise, mistake), count in shown:
        sentences = {known.name: known.sentence for known in course.exercise(exercise).mistakes}
        table.add_row(f"{exercise}: {mistake}", str(count), sentences.get(mistake, ""))
    return table


def _remarks(one: Graded) -> str:
    from rich.markup import escape

    if one.row is None or (one.problem and not one.row.points):
        return escape(one.problem)
    lost = [score for score in one.row.scores if score.points < score.max_points]
    found = [score for score in lost if score.mistake]
    lines = [
        f"{score.exercise} {points_text(score.points)}/{points_text(score.max_points)}: "
        f"{score.mistake}"
        for score in found
    ]
    rest = [score.exercise for score in lost if not score.mistake]
    if rest and len(rest) == len(one.row.scores):
        lines.append("all exercises")
    elif rest:
        lines.append(f"also {', '.join(rest)}" if found else ", ".join(rest))
    if one.problem:
        lines.append(one.problem)
    return escape("\n".join(lines))
