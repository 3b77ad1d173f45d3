"""Grades a class: many submissions side by side, one writer, a run that can be killed at any point.

Submissions run in kernels, which are processes of their own; this process only waits for them,
judges and writes. So it needs no worker processes on one machine, and TensorFlow is imported once
for judging and once for all kernels.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import signal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from autograder.grading.assignment import (
    Released,
    course_directory,
    nbgrader_config,
    read_assignment,
)
from autograder.grading.grade import graded_or_told
from autograder.grading.gradebook import Row, Score
from autograder.grading.journal import Journal
from autograder.grading.known import new_seed
from autograder.grading.preprocessors import AskAndJudge
from autograder.grading.result import Result, Results
from autograder.grading.submission import notebooks_in
from autograder.grading.terms import Terms, graded_by, terms_for
from autograder.grading.writer import Writer
from autograder.isolation import can_isolate, start

Notify = Callable[["Graded"], None]


@dataclass(frozen=True)
class Graded:
    """One student's outcome: the row of the gradebook, and what was wrong, in one line.

    `fresh` is False where an earlier result still stood and nothing had to be run.
    """

    student: str
    row: Row | None
    problem: str = ""
    result: Result | None = None
    fresh: bool = True


@dataclass
class ClassRun:
    """What a run over a class needs to know."""

    course: Path
    assignment: str
    workers: int
    sandboxed: bool
    scheduler: str
    notify: Notify
    say: Callable[[str], None]
    force: bool
    directory: Any = field(init=False)
    released: tuple[Released, ...] = field(init=False)

    def __post_init__(self) -> None:
        if can_isolate():
            start()  # imports TensorFlow, for the references, while this process does
        self.config = nbgrader_config(self.course)
        self.directory = course_directory(self.config)
        self.package = load_course()
        found = read_assignment(self.directory, self.assignment, self.package)
        self.released = tuple(one for one in found if one.points)
        if not self.released:
            raise TapeworkError(
                f"Nothing in {self.assignment!r} is an exercise of {self.package.package!r}: grade "
                "it with `nbgrader autograde`."
            )
        self.cell_seconds = AskAndJudge(config=self.config).timeout
        self.results = Results(self.course, self.assignment)
        self.writer = Writer(self.directory, self.config, self.assignment, self.say)
        if not self.writer.has_assignment():
            raise TapeworkError(
                f"{self.assignment!r} was not released: run `nbgrader generate_assignment "
                f"{self.assignment}` in the course directory first."
            )

    def folder(self, student: str) -> Path:
        """Where a student's submission lies."""
        submitted = self.directory.submitted_directory
        return Path(self.directory.format_path(submitted, student, self.assignment))

    def shown(self, student: str) -> str:
        """A submission's folder as messages name it."""
        return f"{self.directory.submitted_directory}/{student}/{self.assignment}"


def grade_class(
    course: Path,
    assignment: str,
    students: Sequence[str] | None = None,
    workers: int = 1,
    *,
    sandboxed: bool = True,
    force: bool = False,
    scheduler: str = "",
    notify: Notify = lambda graded: None,
    say: Callable[[str], None] = lambda text: None,
) -> list[Graded]:
    """Grades submissions into nbgrader's gradebook; what stops at one of them stops no other.

    A run that was interrupted goes on where it was, with the same inputs. Submissions that were
    graded and have not changed since keep their result.

    Args:
        course: The course directory; the assignment must have been released.
        assignment: The assignment's name.
        students: Their ids; None takes everyone who handed something in.
        workers: How many submissions are graded side by side.
        sandboxed: Whether their code is confined.
        force: Grade all of them afresh, whatever was done before.
        scheduler: The address of a Dask scheduler whose workers grade; empty grades here.
        notify: Told of every student as soon as the gradebook has the result.
        say: Told, in a sentence, what the run waits for.

    Returns:
        One entry per student, by id.

    Raises:
        TapeworkError: If the run can't begin, or can't go on; what was done is kept.
    """
    run = ClassRun(course.resolve(), assignment, workers, sandboxed, scheduler, notify, say, force)
    names = sorted(set(students)) if students is not None else handed_in(run.directory, assignment)
    if not names:
        folder = run.directory.submitted_directory
        raise TapeworkError(f"Nobody handed in {assignment!r}: {folder}/ has none of it.")
    with Journal(run.course, assignment) as journal:
        return _through(run, journal, names)


def _through(run: ClassRun, journal: Journal, names: Sequence[str]) -> list[Graded]:
    graded_with = graded_by(run.released, run.package)
    digests = {name: digest_of(run.folder(name)) for name in names}
    graded: dict[str, Graded] = {}
    waiting = []
    journal.begin(new_seed(), force=run.force)
    for name in names:
        kept = run.results.find(name)
        stands = (
            kept is not None
            and (kept.digest, kept.graded_by) == (digests[name], graded_with)
            and (not run.force or kept.seed == journal.seed)
        )
        if kept is None or not stands:
            waiting.append(name)
            continue
        fresh = not journal.has_written(name, kept.seed) or run.writer.points_of(name) is None
        graded[name] = _written(run, journal, kept) if fresh else _standing(run, kept)
        run.notify(graded[name])
    if waiting:
        run.say("Asking the references …")
        terms = terms_for(run.released, run.package, run.sandboxed, journal.seed, run.cell_seconds)

        def done(result: Result) -> None:
            run.results.keep(result)
            graded[result.student] = _written(run, journal, result)
            run.notify(graded[result.student])

        _grade_all(run, terms, {name: digests[name] for name in waiting}, done)
    journal.end(names)
    return [graded[name] for name in names]


def _grade_all(
    run: ClassRun, terms: Terms, digests: dict[str, str], done: Callable[[Result], None]
) -> None:
    if run.scheduler:
        from autograder.grading.cluster import grade_on_cluster

        folders = {name: (run.folder(name), run.shown(name)) for name in digests}
        return grade_on_cluster(run.scheduler, terms, folders, digests, done)
    asyncio.run(_grade_here(run, terms, digests, done))


async def _grade_here(
    run: ClassRun, terms: Terms, digests: dict[str, str], done: Callable[[Result], None]
) -> None:
    """A few submissions at a time; the writer works while kernels run."""
    names: Iterable[str] = iter(digests)
    writing, stopped = asyncio.Lock(), asyncio.Event()

    async def worker() -> None:
        for name in names:
            result = await graded_or_told(
                name, run.folder(name), run.shown(name), digests[name], terms
            )
            if stopped.is_set():
                return
            async with writing:
                await asyncio.to_thread(done, result)

    count = max(1, min(run.workers, len(digests)))
    workers = [asyncio.ensure_future(worker()) for _ in range(count)]

    def stop() -> None:
        stopped.set()
        run.writer.stopped.set()
        for one in workers:
            one.cancel()

    loop = asyncio.get_running_loop()
    # nbclient leaves tasks that watch a kernel: what they meet after its end is no news.
    loop.set_exception_handler(lambda loop, context: None)
    # Elsewhere than in the main thread of a POSIX system Ctrl-C stays as it is.
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGINT, stop)
    try:
        await asyncio.gather(*workers)
    except asyncio.CancelledError:
        if not stopped.is_set():
            raise
    if stopped.is_set():
        raise KeyboardInterrupt


def handed_in(directory: Any, assignment: str) -> list[str]:
    """The ids of all students who handed something in.

    Args:
        directory: nbgrader's CourseDirectory.
        assignment: The assignment's name.
    """
    folder = Path(directory.format_path(directory.submitted_directory, ".", "."))
    names = sorted(path.parent.name for path in folder.glob(f"*/{assignment}"))
    # As for nbgrader, what is hidden is nobody's: `.ipynb_checkpoints`, say.
    return [name for name in names if not name.startswith(".")]


def digest_of(folder: Path) -> str:
    """Changes with every notebook in a folder."""
    digest = hashlib.sha256()
    for path in notebooks_in(folder):
        digest.update(f"{path.relative_to(folder)}\0{path.is_symlink()}\0".encode())
        if path.is_file():
            try:
                digest.update(path.read_bytes())
            except OSError as error:
                digest.update(str(error.errno).encode())
    return digest.hexdigest()


def _written(run: ClassRun, journal: Journal, result: Result) -> Graded:
    total = run.writer.write(result)
    if result.digest:
        journal.note_written(result.student, result.seed)
    return Graded(result.student, _row(result, total), result.problem, result)


def _standing(run: ClassRun, result: Result) -> Graded:
    total = run.writer.points_of(result.student) if result.graded else None
    return Graded(result.student, _row(result, total), result.problem, result, fresh=False)


def _row(result: Result, total: tuple[float, float] | None) -> Row | None:
    if total is None:
        return None
    scores = tuple(
        Score(name, one.points, one.max_points, one.mistake or "")
        for name, one in result.exercises.items()
    )
    return Row(result.student, *total, scores)
