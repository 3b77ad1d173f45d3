"""Hands in a class of attackers and honest witnesses, and grades it once with `tapework grade`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from tests.small_class import release

from . import ATTACKS
from .attack import FAMILIES
from .ground import Ground
from .submission import CHAPTER, FILE, hand_in, hand_in_attack, honest

WITNESSES = ("00-witness-first", *(f"{family}-witness" for family in FAMILIES), "zz-witness-last")
MINUTES = 18


@dataclass(frozen=True)
class Run:
    """What `tapework grade` gave: rows by student, the ground that it ran on, what it wrote."""

    ground: Ground
    rows: dict[str, dict[str, Any]]
    output: bytes
    errors: str
    changed: list[str]
    left: list[str]
    processes: list[str]


def prepared(folder: Path, course: Path) -> Ground:
    """A course directory with all submissions, on its ground."""
    from autograder.grading import init_course

    init_course(course)
    release(course)
    released = nbformat.read(course / "release" / CHAPTER / FILE, as_version=4)
    ground = Ground(folder, course, recorded())
    for student in WITNESSES:
        hand_in(course, student, honest(released, ground.remark))
    for attack in ATTACKS:
        hand_in_attack(course, released, attack, ground.places(attack))
    ground.ready()
    return ground


def recorded() -> bytes:
    """Right answers for `huber_fn`, as anyone can record them at home."""
    from autograder import wire
    from autograder.catalogue import load_course
    from autograder.checking import check_source
    from autograder.demo.answers import right

    exercise = load_course().exercise("huber_fn")
    verdict = check_source("course", exercise, right(exercise), seed=0)
    assert verdict.observed is not None
    return wire.to_bytes(verdict.observed)


def grade(ground: Ground) -> Run:
    """Runs `tapework grade` as a user would."""
    command = [sys.executable, "-m", "autograder", "grade", CHAPTER, "--course", str(ground.course)]
    # Files, not pipes: a process that an attack leaves behind would keep those open.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        subprocess.run(
            [*command, "--workers", "4", "--json"],
            cwd=ground.home,
            env=ground.environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            timeout=MINUTES * 60,
            start_new_session=True,
        )
        processes = ground.processes()
        told, said = (file.seek(0) or file.read() for file in (output, errors))
    rows = [json.loads(line) for line in told.splitlines() if line.strip()]
    return Run(
        ground,
        {row["student"]: row for row in rows},
        told,
        said.decode("utf-8", "replace"),
        ground.changed(),
        ground.left(),
        processes,
    )
