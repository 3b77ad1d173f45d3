"""Reads nbgrader's gradebook, and the mistakes that the checks found, of one assignment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from autograder.grading.assignment import CHECK, course_directory, nbgrader_config


@dataclass(frozen=True)
class Score:
    """One exercise of one student: points, maximum, and the known mistake that was found."""

    exercise: str
    points: float
    max_points: float
    mistake: str = ""


@dataclass(frozen=True)
class Row:
    """One student in the gradebook."""

    student: str
    points: float
    max_points: float
    scores: tuple[Score, ...]


def read_gradebook(course: Path, assignment: str) -> list[Row]:
    """All students of an assignment, by id.

    Args:
        course: The course directory.
        assignment: The assignment's name.
    """
    from nbgrader.api import Gradebook

    rows = []
    order = _order(course / "release" / assignment)
    with Gradebook(course_directory(nbgrader_config(course)).db_url) as gradebook:
        for submission in gradebook.find_assignment(assignment).submissions:
            student = str(submission.student.id)
            folder = course / "autograded" / student / assignment
            mistakes = mistakes_in(folder)
            scores = [
                Score(
                    grade.name.removesuffix(CHECK),
                    float(grade.score or 0.0),
                    float(grade.max_score),
                    mistakes.get(grade.name.removesuffix(CHECK), ""),
                )
                for notebook in submission.notebooks
                for grade in notebook.grades
            ]
            total, most = float(submission.score), float(submission.max_score)
            scores.sort(key=lambda score: order.get(score.exercise, len(order)))
            rows.append(Row(student, total, most, tuple(scores)))
    return sorted(rows, key=lambda row: row.student)


def _order(release: Path) -> dict[str, int]:
    """Exercise → its place in the released notebooks."""
    import nbformat

    ids = [
        cell.metadata.get("nbgrader", {}).get("grade_id", "")
        for path in sorted(release.glob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
    ]
    checks = (one.removesuffix(CHECK) for one in ids if one.endswith(CHECK))
    return {name: place for place, name in enumerate(checks)}


def mistakes_in(folder: Path) -> Mapping[str, str]:
    """Exercise → known mistake, as the cards in the check cells of autograded notebooks say."""
    import nbformat

    found = {}
    for path in sorted(folder.glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                for card in _cards(cell):
                    if card.get("data-mistake"):
                        found[card["data-exercise"]] = card["data-mistake"]
    return found


def _cards(cell: Any) -> Iterator[dict[str, str]]:
    for output in cell.get("outputs", []):
        html = output.get("data", {}).get("text/html", "")
        if "tapework-card" in html:
            parser = _Card()
            parser.feed(html)
            yield parser.found


class _Card(HTMLParser):
    """Collects the data attributes of a card's outer element."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "data-exercise" in given and not self.found:
            self.found = given
