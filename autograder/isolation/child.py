"""What runs in a process of its own: load the candidate, ask, send plain answers, end."""

from __future__ import annotations

import contextlib
import io
import linecache
import os
import pickle
import sys
import tempfile
import types
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autograder import wire
from autograder.answers import Answer, Observations
from autograder.catalogue import load_course
from autograder.forbidden import watch
from autograder.isolation.job import CANDIDATE, REFERENCE, Job, subjects_of
from autograder.isolation.twin import Twin
from autograder.isolation.warm_up import warm_up
from autograder.judge import questions_of
from autograder.observe import observe, time_limit
from autograder.questions.base import Elsewhere, Setting, run_here
from autograder.questions.interface import Broken, Missing
from autograder.record import TimeLimitReached

OUTPUT = "output.txt"
MEMORY = 6 * 2**30
FILE_SIZE = 256 * 2**20
CELL_SECONDS = 30.0
READY, PARTIAL, FINAL = b"ready", b"partial", b"final"


def main(connection: Connection, scratch: str, ahead: bool) -> None:
    """Entry point of the process: one job in, observations out, nothing else.

    Args:
        connection: To the host.
        scratch: The process's own folder.
        ahead: Whether it was started before there was a job, and may use the time.
    """
    os.setsid()
    _confine(scratch)
    twin = Twin(load) if ahead else None
    if ahead:
        warm_up()
        connection.send_bytes(READY)
    try:
        job = Job.read(connection.recv_bytes(), connection.recv_bytes())
    except EOFError:
        # The host has ended without needing this process.
        os._exit(0)
    if job.kind == "known":
        _observe_known(job, connection)
    else:
        _observe_candidate(job, connection, twin)
    connection.close()
    # Threads and exit hooks of the candidate have no further say.
    os._exit(0)


def _confine(scratch: str) -> None:
    """Own folder, captured output, limits on memory and files."""
    import resource

    os.chdir(scratch)
    os.environ["TMPDIR"] = tempfile.tempdir = scratch
    output = os.open(OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    # Nothing held back: the host reads the file as soon as the last answer is there.
    for number, name in ((1, "stdout"), (2, "stderr")):
        raw = io.FileIO(number, "w", closefd=False)
        setattr(sys, name, io.TextIOWrapper(raw, "utf-8", "backslashreplace", write_through=True))
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for limit, most in [
        (resource.RLIMIT_AS, used + MEMORY),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
    ]:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def _observe_known(job: Job, connection: Connection) -> None:
    # Often done ahead of need: whoever is waited for goes first.
    os.nice(10)
    course, used = load_course(job.course), list[str]()
    exercises = [course.exercise(name) for name in job.exercise.split(",")]
    questions = {one.name: questions_of(one)[: job.until] for one in exercises}
    if job.which == REFERENCE:
        # What it needs of what others forbid decides when an exercise can be asked.
        watch(course.forbidden, used)
    for exercise in exercises:
        for subject, candidate, precision in subjects_of(exercise, job.which):
            used.clear()
            setting = Setting(exercise.name, job.seed, precision)
            seen = observe(candidate, questions[exercise.name], setting, seconds=job.seconds)
            seen = replace(seen, used=tuple(sorted(used)))
            _send(connection, f"{exercise.name}/{subject}", FINAL, seen)


def _observe_candidate(job: Job, connection: Connection, twin: Twin | None) -> None:
    course = load_course(job.course)
    exercise = course.exercise(job.exercise)
    # Before `watch`, which changes the signature of what it watches, the reference included.
    questions = questions_of(exercise)
    elsewhere: Elsewhere = run_here
    if job.kind != "missing" and any(question.elsewhere for question in questions):
        elsewhere = twin = twin or Twin(load)
        twin.prepare(job)
    used: list[str] = []
    watch(course.stand_ins(exercise), used)
    told: dict[str, dict[str, Answer]] = {}

    def answered(name: str, answers: dict[str, Answer]) -> None:
        told[name] = answers
        so_far = Observations(job.exercise, job.seed, told, used=tuple(used))
        _send(connection, CANDIDATE, PARTIAL, so_far)

    # The first message says that the candidate's cell begins, the second that questions do: each
    # has its own limit on the host's side.
    _send(connection, CANDIDATE, PARTIAL, Observations(job.exercise, job.seed))
    try:
        with time_limit(CELL_SECONDS):
            candidate = load(job)
    except TimeLimitReached:
        late = f"The cell itself did not end within {CELL_SECONDS:g} seconds."
        ended = Observations(job.exercise, job.seed, ended=late)
        return _send(connection, CANDIDATE, FINAL, ended)
    _send(connection, CANDIDATE, PARTIAL, Observations(job.exercise, job.seed))
    setting = Setting(job.exercise, job.seed, elsewhere=elsewhere)
    observed = observe(candidate, questions, setting, seconds=job.seconds, answered=answered)
    _send(connection, CANDIDATE, FINAL, replace(observed, used=tuple(used)))


def _send(connection: Connection, subject: str, stage: bytes, seen: Observations) -> None:
    connection.send_bytes(b"\n".join([stage, subject.encode(), wire.to_bytes(seen)]))


def load(job: Job) -> Any:
    """The candidate of a job; `Missing` or `Broken` where there is none."""
    for name, text in job.sources.items():
        _register(name, text)
    if job.kind == "missing":
        return Missing
    loader: Callable[[Job], Any] = _from_source if job.kind == "source" else _from_object
    return loader(job)


def _from_object(job: Job) -> Any:
    try:
        return pickle.loads(job.payload)
    except Exception as error:
        return Broken(error)


def _from_source(job: Job) -> Any:
    """Runs the text as a notebook would run a cell, after the course's set-up cell."""
    import math

    import keras
    import numpy as np
    import tensorflow as tf

    text, name = job.payload.decode(), "<your cell>"
    _register(name, text)
    main_module = types.ModuleType("__main__")
    main_module.__dict__.update(tf=tf, keras=keras, np=np, math=math)
    sys.modules["__main__"] = main_module
    try:
        exec(compile(text, name, "exec"), main_module.__dict__)
    except TimeLimitReached:
        raise
    except BaseException as error:
        # What a cell defined before it failed is there, as in a notebook.
        return main_module.__dict__.get(job.exercise, Broken(error))
    return main_module.__dict__.get(job.exercise, Missing)


def _register(name: str, text: str) -> None:
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
