"""The table of the chapters, which a lesson asks for with a block ```{chapters}```."""

from __future__ import annotations

import re

from autograder.catalogue import Course
from autograder.front import duration, front_of
from autograder.words import points_text

_PLACE = re.compile(r"^```\{chapters\}[ \t]*\n```[ \t]*$", re.MULTILINE)


def with_chapters(course: Course, text: str) -> str:
    """Markdown with the table in the place of the block."""
    return _PLACE.sub(lambda _: chapters_table(course), text)


def chapters_table(course: Course) -> str:
    """Number, linked title, time, exercises and points of each chapter, and a sentence on all."""
    lines = ["| | chapter | time | exercises | points |", "|---|---|---|---|---|"]
    total = 0
    for chapter in course.chapters:
        front = front_of(chapter)
        total += front.minutes
        points = sum(exercise.points for exercise in chapter.graded.values())
        lines.append(
            f"| {chapter.number} | [{front.title}]({chapter.notebook}.ipynb) "
            f"| {duration(front.minutes)} | {len(chapter.graded)} | {points_text(points)} |"
        )
    return "\n".join([*lines, "", f"Together they take about {round(total / 60)} hours."])
