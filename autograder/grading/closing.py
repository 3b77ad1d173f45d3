"""In what order a kernel's exercises are asked, and which stand-ins are closed meanwhile.

A kernel starts without the code of all that its exercises forbid, so that no trick inside it can
run a ready-made answer; the course's references are stubs in it. An exercise may need what another
one forbids (a model's Dense layer starts from GlorotUniform), or may build on a reference: it is
asked after those that must not, and brings the code along.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from autograder.catalogue import Course, load_course
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
    waiting, wanted = dict[str, set[str]](), dict[str, set[str]]()
    for name in names:
        exercise = course.exercise(name)
        waiting[name] = course.stand_ins(exercise)
        allowed = {one for one, other in course.references.items() if other in exercise.allows}
        wanted[name] = allowed.union(needs.get(name, ()))
    found: Closings = {}
    while waiting:
        name = _next(waiting, wanted)
        found[name] = tuple(sorted(set().union(*waiting.values())))
        del waiting[name]
    return found


def _next(waiting: Mapping[str, set[str]], wanted: Mapping[str, set[str]]) -> str:
    """Who forbids most goes first, after those that forbid what it needs.

    Where exercises need each other's, one has to begin: it is asked again in a kernel of its own.
    """
    order = sorted(waiting, key=lambda name: -len(waiting[name]))
    for name in order:
        others = (waiting[one] for one in waiting if one != name)
        if set().union(*others).isdisjoint(wanted[name]):
            return name
    return order[0]


@cache
def code(name: str) -> tuple[bytes, ...]:
    """The code of a stand-in, to be sent to a kernel in which it is closed."""
    return tuple(code_of(name))


@cache
def hidden_files(package: str) -> tuple[Path, ...]:
    """Files of TensorFlow and Keras in which the course's forbidden stand-ins can be read."""
    return tuple(sorted(set().union(*map(files_of, load_course(package).forbidden))))
