"""In a grading kernel, beside the learner's code: asks questions and publishes the answers.

It holds no secret and decides nothing. What it publishes is judged elsewhere, where bytes that were
forged are worth what they say: only right answers to inputs that nobody could foresee earn points.
"""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MIME = "application/x-tapework-observations"


@dataclass
class _Cells:
    """What the cells that ran have defined, used and raised, and what is lent to them."""

    names: tuple[str, ...] = ()
    ran: int = 0
    used: list[str] = field(default_factory=list)
    defined: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    used_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errors: dict[str, BaseException] = field(default_factory=dict)
    lent: dict[str, str] = field(default_factory=dict)

    def begin(self, info: Any) -> None:
        self.used.clear()

    def end(self, result: Any) -> None:
        self.ran += 1
        source = result.info.raw_cell
        self.used_by[source] = tuple(self.used)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            self.errors[source] = error
        scope = _scope()
        for name in self.names:
            kept = self.defined.setdefault(name, [])
            if name in scope and (not kept or kept[-1][1] is not scope[name]):
                kept.append((self.ran, scope[name]))

    def at(self, name: str, ran: int | None) -> Any:
        """What a name meant after so many cells; what it means now where it meant nothing then."""
        before = [one for at, one in self.defined.get(name, []) if ran is not None and at <= ran]
        return before[-1] if before else _scope().get(name)


_cells = _Cells()
_twins: dict[str, Any] = {}


def prepare(request: Mapping[str, Any], *, confined: bool) -> None:
    """Gets ready in a fresh process, before the learner's first cell.

    Args:
        request: The course's package; `closed`: what is closed while an exercise is asked, in the
            order of asking; `lend`: sources of references that may be used in this kernel.
        confined: Whether this process is in a room, and is about to give up its rights.
    """
    from autograder.catalogue import load_course
    from autograder.forbidden import close
    from autograder.grading.kernels.confine import give_up_rights
    from autograder.isolation.child import load
    from autograder.isolation.twin import Twin
    from autograder.judge import questions_of

    course = load_course(request["course"])
    closed: Mapping[str, Sequence[str]] = request["closed"]

    def load_confined(job: Any) -> Any:
        close(closed[job.exercise], [])
        _lend(course, job.lent)
        if confined:
            give_up_rights()
        return load(job)

    _cells.names = tuple(closed)
    for name in _cells.names:
        # Before anything is closed: a twin closes what its exercise must not use.
        wanted = any(question.elsewhere for question in questions_of(course.exercise(name)))
        if wanted and hasattr(os, "fork") and "ipykernel_launcher" not in sys.argv[0]:
            _twins[name] = Twin(load_confined)
    close(set().union(*closed.values()), _cells.used)
    _lend(course, request["lend"])


def ask(
    name: str,
    seed: int,
    ran: int | None,
    cell: str,
    only: tuple[str, ...],
    seconds: float,
    opened: Mapping[str, Sequence[bytes]],
    lent: Mapping[str, str],
) -> None:
    """Asks one exercise its questions; every answer is published as it comes.

    Args:
        name: The exercise.
        seed: Of the inputs.
        ran: The candidate is what the name meant after so many cells; None takes it as it is.
        cell: The source of its solution cell, where there is one.
        only: The names of the questions to ask.
        seconds: How long one of them may take.
        opened: The code of what was closed before, and no longer is.
        lent: The sources of references that may be used from now on.
    """
    from autograder import wire
    from autograder.answers import Answer, Observations
    from autograder.catalogue import load_course
    from autograder.forbidden import open_again
    from autograder.judge import questions_of
    from autograder.observe import observe
    from autograder.questions.base import Setting, run_here

    _follow_cells()
    candidate = _candidate(name, ran, cell)
    questions = [one for one in questions_of(load_course().exercise(name)) if one.name in only]
    for stand_in, code in opened.items():
        open_again(stand_in, code)
    _lend(load_course(), lent)
    elsewhere = _elsewhere(name, candidate) or run_here
    _cells.used.clear()

    def publish(answers: dict[str, dict[str, Answer]], ended: str = "") -> None:
        used = (*_cells.used_by.get(cell, ()), *_cells.used)
        data = wire.to_bytes(Observations(name, seed, answers, ended, used))
        text = base64.b64encode(data).decode()
        _shell().display_pub.publish({MIME: text})

    seen = observe(
        candidate,
        questions,
        Setting(name, seed, elsewhere=elsewhere),
        seconds=seconds,
        answered=lambda question, answers: publish({question: answers}),
    )
    publish({}, seen.ended)


def follow_cells() -> None:
    """Notes from now on what each cell defines; called before the first."""
    shell = _shell()
    # `exit()` in a cell would end the kernel a little later, in the midst of another cell.
    shell.ask_exit = lambda: None
    shell.events.register("pre_run_cell", _cells.begin)
    shell.events.register("post_run_cell", _cells.end)


def _follow_cells() -> None:
    # What asking itself runs is no cell of the learner's.
    for event, function in (("pre_run_cell", _cells.begin), ("post_run_cell", _cells.end)):
        callbacks = _shell().events.callbacks[event]
        if function in callbacks:
            callbacks.remove(function)


def _candidate(name: str, ran: int | None, cell: str) -> Any:
    from autograder.questions.interface import Broken, Missing

    found = _cells.at(name, ran)
    if found is not None:
        return found
    error = _cells.errors.get(cell)
    return Missing if error is None else Broken(error)


def _elsewhere(name: str, candidate: Any) -> Any:
    """A second process with the candidate's definition, where a question wants one."""
    from autograder import isolation
    from autograder.catalogue import load_course

    twin = _twins.pop(name, None)
    if twin is None or not callable(candidate):
        return None
    try:
        job = isolation.from_object(load_course().package, name, candidate, lent=_cells.lent)
        twin.prepare(job)
    except Exception:
        # It holds on to something that cannot leave this process.
        return None
    return twin


def _lend(course: Any, sources: Mapping[str, str]) -> None:
    """Notes and brings in the references of some exercises."""
    for name, source in sources.items():
        _cells.lent[name] = source
        _fill(course.exercise(name), source)


def _fill(exercise: Any, source: str) -> None:
    """Makes of a stub what it stands for, wherever it was imported already."""
    stub, module = exercise.reference, sys.modules[exercise.reference.__module__]
    scope = {"__name__": module.__name__}
    exec(compile(source, "<lent>", "exec"), scope)
    lent: Any = scope.pop(exercise.name)
    vars(module).update({name: value for name, value in scope.items() if name[:2] != "__"})
    if not isinstance(stub, type):
        stub.__code__, stub.__defaults__ = lent.__code__, lent.__defaults__
        stub.__kwdefaults__ = lent.__kwdefaults__
        return
    for name, member in vars(lent).items():
        if name not in ("__dict__", "__weakref__", "__module__", "__qualname__"):
            for cell in getattr(member, "__closure__", None) or ():
                # What `super()` without arguments reads.
                if cell.cell_contents is lent:
                    cell.cell_contents = stub
            setattr(stub, name, member)


def _scope() -> dict[str, Any]:
    scope: dict[str, Any] = _shell().user_ns
    return scope


def _shell() -> Any:
    from IPython.core.getipython import get_ipython

    return get_ipython()
