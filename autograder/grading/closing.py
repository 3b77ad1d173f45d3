"""In what order a kernel's exercises are asked, and which stand-ins are closed meanwhile.

A kernel starts without the code of all that its exercises forbid, so that no trick inside it can
run a ready-made answer. An exercise may need what another one forbids (a model's Dense layer starts
from GlorotUniform): it is asked after that one, and brings the code back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from autograder.catalogue import Course
from autograder.forbidden import code_of, files_of

Closings = dict[str, tuple[str, ...]]


def closings(
    course: Course, names: Iterable[str], needs: Mapping[str, Collection[str]]
) -> Closings:
    """Exercise → what is closed while it is asked, in the order of asking.

    Args:
        course: The course.
        names: The exercises of one kernel.
        needs: Exercise → stand-ins that run when its reference is asked.
    """
    waiting = {name: set(course.exercise(name).forbids) for name in names}
    found: Closings = {}
    while waiting:
        name = _next(waiting, needs)
        found[name] = tuple(sorted(set().union(*waiting.values())))
        del waiting[name]
    return found


def _next(waiting: Mapping[str, set[str]], needs: Mapping[str, Collection[str]]) -> str:
    """Exercises that forbid something go first, each after those that forbid what it needs.

    Where they need each other's, one has to begin: it is asked again in a kernel of its own.
    """
    forbidding = [name for name in waiting if waiting[name]]
    for name in forbidding:
        others = (waiting[one] for one in waiting if one != name)
        if set().union(*others).isdisjoint(needs.get(name, ())):
            return name
    return (forbidding or list(waiting))[0]


@cache
def code(name: str) -> tuple[bytes, ...]:
    """The code of a stand-in, to be sent to a kernel in which it is closed."""
    return tuple(code_of(name))


@cache
def hidden_files(package: str) -> tuple[Path, ...]:
    """Files of TensorFlow and Keras in which the course's forbidden stand-ins can be read."""
    from autograder.catalogue import load_course

    names = {name for one in load_course(package).exercises.values() for name in one.forbids}
    return tuple(sorted(set().union(*map(files_of, names))))
