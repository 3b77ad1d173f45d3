"""Which references may be used in an answer, and are put in their places for it.

A statement may allow the reference of an earlier exercise: `reload_model` may build on the
course's `create_huber`. In the student edition that is a stub, so the exercise is asked again in
a room of its own, where the reference is there and its own exercise is not graded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from autograder.catalogue import Course
from autograder.grading.needed import Plan
from autograder.publish.source import imports, solution_source
from autograder.starter import without_marks
from autograder.verdict import INCORRECT, NOT_ATTEMPTED, Verdict

Lent = tuple[tuple[str, str], ...]


def lent_to(
    course: Course, verdicts: Mapping[str, Verdict], notebook: Any, cells: Plan
) -> dict[str, Lent]:
    """Exercise → the references it may use, for those that fell short and name the course."""
    texts = [notebook.cells[index].source for index in cells.run]
    if not any(re.search(rf"\b{re.escape(course.package)}\b", text) for text in texts):
        return {}
    return {
        name: sources_of(course, course.exercise(name).allows)
        for name, verdict in verdicts.items()
        if verdict.outcome in (INCORRECT, NOT_ATTEMPTED) and course.exercise(name).allows
    }


def sources_of(course: Course, names: Iterable[str]) -> Lent:
    """The references' solutions as text, with those that they build on, in an order that works."""
    found: dict[str, str] = {}

    def add(name: str) -> None:
        if name in found:
            return
        source = without_marks(solution_source(course.exercise(name), ""))
        for used in imports(source):
            if used in course.exercises:
                add(used)
        found[name] = source

    for name in names:
        add(name)
    return tuple(found.items())
