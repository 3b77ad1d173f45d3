"""References that an exercise may build on, as text to be sent to a kernel that has stubs of them.

A statement may allow the reference of another exercise: `reload_model` may build on the course's
`create_huber`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

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


def lent_at_once(course: Course, closed: Mapping[str, Collection[str]]) -> Lent:
    """The sources of what some of a kernel's exercises may build on and none of them forbids.

    Args:
        course: The course.
        closed: Exercise → what is closed while it is asked.
    """
    ever = set[str]().union(*closed.values())
    allowed = {one for name in closed for one in course.exercise(name).allows}
    references = course.references.items()
    return sources_of(
        course, [one for name, one in references if one in allowed and name not in ever]
    )
