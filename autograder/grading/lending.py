"""References that an exercise may build on, as text to be sent to a kernel that has stubs of them.

A statement may allow the reference of another exercise: `reload_model` may build on the course's
`create_huber`.
"""

from __future__ import annotations

from collections.abc import Iterable

from autograder.catalogue import Course
from autograder.names import imports
from autograder.publish.source import solution_source
from autograder.starter import without_marks

Lent = dict[str, str]


def sources_of(course: Course, names: Iterable[str]) -> Lent:
    """Exercise → solution as text, with those that it builds on, in an order that works."""
    found: Lent = {}

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
    return found
