"""Grades one submitted notebook: a pure function of submission, source and seed.

Its cells run in a kernel, its exercises are asked through the kernel, the judgement falls here,
in a process that none of its code enters.
"""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from autograder import wire
from autograder.answers import Observations
from autograder.catalogue import Course, load_course
from autograder.forbidden import REFUSED
from autograder.grading.assignment import Released
from autograder.grading.closing import closings
from autograder.grading.known import PUBLIC_SEED, Known
from autograder.grading.lending import lent_at_once, sources_of
from autograder.grading.needed import Plan, plan
from autograder.grading.session import KernelEnded, Place, Session, session
from autograder.grading.terms import Terms
from autograder.judge import judge, questions_of, suspects, up_to
from autograder.questions.interface import is_defined
from autograder.verdict import INCORRECT, NOT_ATTEMPTED, Verdict

Notebook = Any
SECONDS_A_SUBMISSION = 240.0
NOT_RUN = "# This cell was left out when the notebook was graded: {}\n"


@dataclass(frozen=True)
class Examined:
    """What came of one notebook: executed cells, verdicts, answers, what was left out, times."""

    notebook: Notebook
    verdicts: Mapping[str, Verdict]
    observations: Mapping[str, bytes]
    left_out: Mapping[int, str]
    times: Mapping[str, float]
    checks: Mapping[str, int]


@dataclass
class _Examination:
    """The state of one examination, over as many kernels as it takes."""

    course: Course
    notebook: Notebook
    plan: Plan
    place: Place
    known: Mapping[str, Known]
    seed: int
    until: float
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    observed: dict[str, Observations] = field(default_factory=dict)
    left_out: dict[int, str] = field(default_factory=dict)
    times: dict[str, float] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    hindered: dict[str, set[str]] = field(default_factory=dict)

    async def run(self) -> None:
        """Goes on with a new kernel whenever a cell or a question has ended one."""
        while waiting := [name for name in self.place.closed if name not in self.verdicts]:
            if time.monotonic() > self.until:
                late = f"The notebook did not end within {SECONDS_A_SUBMISSION:g} seconds."
                for name in waiting:
                    self._note(name, Observations(name, self.seed, ended=late))
                return
            began = time.perf_counter()
            async with session(self.place) as kernel:
                self._spent("kernel", began)
                await self._through(kernel, waiting)
                began = time.perf_counter()
            self._spent("kernel", began)

    async def _through(self, kernel: Session, waiting: list[str]) -> None:
        began = time.perf_counter()
        ran_at = await self._run_cells(kernel)
        self._spent("cells", began)
        if ran_at is None:
            return
        for name in waiting:
            began = time.perf_counter()
            alive = await self._ask(kernel, name, ran_at.get(name))
            self._spent("questions", began)
            if not alive or time.monotonic() > self.until:
                return

    async def _run_cells(self, kernel: Session) -> dict[str, int] | None:
        """How many cells had run at each exercise's check; None where one ended the kernel."""
        ran_at: dict[str, int] = {}
        checks = {index: name for name, index in self.plan.checks.items()}
        for index in sorted([*self.plan.run, *checks]):
            if index in checks:
                ran_at[checks[index]] = kernel.ran
                continue
            if index in self.left_out:
                continue
            cell = self.notebook.cells[index]
            try:
                await kernel.run(cell)
            except KernelEnded as error:
                self._leave_out(index, str(error))
                return None
            self.refused |= _refused(cell)
        return ran_at

    def _leave_out(self, index: int, reason: str) -> None:
        self.left_out[index] = reason
        for name, place in self.plan.solutions.items():
            if place == index:
                self._note(name, Observations(name, self.seed, ended=reason))

    async def _ask(self, kernel: Session, name: str, ran: int | None) -> bool:
        """Asks one exercise and judges; whether the kernel lived through it."""
        exercise = self.course.exercise(name)
        place = self.plan.solutions.get(name)
        source = self.notebook.cells[place].source if place is not None else ""
        names = [question.name for question in questions_of(exercise)]
        verdict = self._note(name, await kernel.ask(name, self.seed, ran, source, names))
        seen = self.observed[name]
        plain = seen.ended or seen.used or not is_defined(seen.answers)
        if verdict.outcome == INCORRECT and verdict.finding and not plain:
            failed = verdict.finding.question
            mistakes = await asyncio.to_thread(self.known[name].mistakes_of, exercise)
            # Usually the first answers tell which mistake it is; only where they don't, all do.
            told = await kernel.ask(name, PUBLIC_SEED, ran, source, up_to(exercise, failed))
            suspected = suspects(exercise, told, failed, mistakes)
            if len(suspected) > 1 and kernel.alive:
                told = await kernel.ask(name, PUBLIC_SEED, ran, source, names)
                suspected = suspects(exercise, told, failed, mistakes)
            if suspected:
                found = max(suspected, key=lambda one: one[1])[0]
                self.verdicts[name] = replace(
                    verdict, mistake=found.name, sentence=found.sentence, message=found.sentence
                )
        return kernel.alive

    def _note(self, name: str, seen: Observations) -> Verdict:
        exercise = self.course.exercise(name)
        counted = self.course.stand_ins(exercise)
        self.hindered[name] = set(seen.used) - counted
        seen = replace(seen, used=tuple(one for one in seen.used if one in counted))
        verdict = judge(exercise, seen, self.known[name].fresh)
        self.verdicts[name], self.observed[name] = verdict, seen
        return verdict

    def was_hindered(self, name: str) -> bool:
        """Whether an exercise fell short, and what only others forbid was closed to it."""
        closed = self.refused | self.hindered.get(name, set())
        short = self.verdicts[name].outcome in (INCORRECT, NOT_ATTEMPTED)
        return short and bool(closed - self.course.stand_ins(self.course.exercise(name)))

    def _spent(self, what: str, began: float) -> None:
        self.times[what] = self.times.get(what, 0.0) + time.perf_counter() - began


def _refused(cell: Any) -> set[str]:
    """Stand-ins that an executed cell has called and that are closed."""
    told = [str(one.get("evalue", ""))[:1000] for one in cell.outputs]
    return {name for text in told for name in REFUSED.findall(text)}


async def examine(
    notebook: Notebook, released: Released, terms: Terms, gone: Collection[str] = ()
) -> Examined:
    """Grades a restored notebook.

    Args:
        notebook: As `restored` gives it; it is not changed.
        released: The notebook that was handed out, and its exercises.
        terms: What is the same for all submissions.
        gone: Grade ids of released cells that the submission did not have.
    """
    course, known, seed = load_course(terms.package), terms.known, terms.seed
    notebook = copy.deepcopy(notebook)
    cells = plan(notebook, released)
    checks = dict(cells.checks)
    for name in [one for one in checks if f"{one}-check" in gone]:
        del cells.checks[name]
    names = tuple(released.points)
    closed = closings(course, names, {name: known[name].fresh.used for name in names})
    place = Place(
        course.package, closed, terms.edition, terms.sandboxed, terms.cell_seconds,
        lent_at_once(course, closed),
    )  # fmt: skip
    until = time.monotonic() + SECONDS_A_SUBMISSION
    whole = _Examination(course, notebook, cells, place, known, seed, until)
    await whole.run()
    whole.verdicts = {name: whole.verdicts[name] for name in names}
    for name in [one for one in names if whole.was_hindered(one)]:
        lent = sources_of(course, course.exercise(name).allows)
        alone = replace(place, closed=closings(course, [name], {}), lent=lent)
        apart = _Examination(
            course, copy.deepcopy(notebook), cells, alone, known, seed, until,
            left_out=dict(whole.left_out), times=whole.times,
        )  # fmt: skip
        await apart.run()
        if apart.verdicts[name].points > whole.verdicts[name].points:
            whole.verdicts[name] = apart.verdicts[name]
            whole.observed[name] = apart.observed[name]
    left_out = dict(sorted(whole.left_out.items()))
    for index, reason in left_out.items():
        cell = notebook.cells[index]
        cell.source = NOT_RUN.format(reason) + cell.source
        cell.outputs = []
    observations = {name: wire.to_bytes(seen) for name, seen in whole.observed.items()}
    return Examined(notebook, whole.verdicts, observations, left_out, whole.times, checks)
