"""One candidate from start to verdict: asked in its own process, judged in this one."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from typing import Any

from autograder import isolation
from autograder.answers import Observations
from autograder.exercise import Exercise
from autograder.expected import known_mistakes, reference_answers
from autograder.isolation.job import CANDIDATE, Job
from autograder.judge import judge, questions_of
from autograder.observe import observe
from autograder.questions.base import Setting
from autograder.questions.interface import Missing
from autograder.quiet import quiet_standard_error
from autograder.verdict import Verdict
from autograder.wire import TEXT_LIMIT


def verdict_on(course: str, exercise: Exercise, observed: Observations) -> Verdict:
    """Judges observations by what the reference and the known mistakes answer."""
    seed = observed.seed
    expected = reference_answers(course, exercise, seed)
    return judge(exercise, observed, expected, known_mistakes(course, exercise, seed))


def check_source(course: str, exercise: Exercise, text: str, seed: int = 0) -> Verdict:
    """Judges a plain Python text as a student's solution cell."""
    job = isolation.from_source(course, exercise.name, text, seed=seed)
    return verdict_on(course, exercise, isolation.run(job)[CANDIDATE])


def check_object(course: str, exercise: Exercise, candidate: Any, seed: int = 0) -> Verdict:
    """Judges a live function or class; `Missing` stands for one that was never defined.

    It is asked in a process of its own where it can be sent there, so that a crash or an endless
    loop leaves the notebook alone; otherwise here, with a limit on the time.
    """
    setting = Setting(exercise.name, seed)
    job = _job(course, exercise, candidate, seed) if isolation.can_isolate() else None
    if job is None:
        return verdict_on(course, exercise, _observe_here(candidate, exercise, setting))
    return verdict_on(course, exercise, isolation.run(job)[CANDIDATE])


def _observe_here(candidate: Any, exercise: Exercise, setting: Setting) -> Observations:
    """Asks in this process, and keeps what the candidate writes out of the cell's output."""
    written = io.StringIO()
    with quiet_standard_error(), redirect_stdout(written), redirect_stderr(written):
        observed = observe(candidate, questions_of(exercise), setting)
    return replace(observed, printed=written.getvalue()[:TEXT_LIMIT])


def _job(course: str, exercise: Exercise, candidate: Any, seed: int) -> Job | None:
    if candidate is Missing:
        return Job("missing", course, exercise.name, seed)
    try:
        return isolation.from_object(course, exercise.name, candidate, seed=seed)
    except Exception:
        # It holds on to something that cannot leave this process.
        return None
