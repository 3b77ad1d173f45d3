"""Kernels that grade run the same engine as the process that judges."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import autograder
from autograder.catalogue import load_course
from autograder.grading.kernels.room import can_make_rooms

IN_A_KERNEL = """
import asyncio, autograder
from nbformat.v4 import new_code_cell
from autograder.catalogue import load_course
from autograder.grading.session import Place, session
from autograder.grading.terms import student_edition

async def main():
    course = load_course()
    place = Place(course.package, {{}}, student_edition(course.package), sandboxed={sandboxed})
    async with session(place) as kernel:
        cell = new_code_cell(
            "import autograder.judge, os\\n"
            "print(os.path.realpath(autograder.__path__[0]), autograder.judge.WHICH)"
        )
        await kernel.run(cell)
    print(cell.outputs[0].get("text", cell.outputs[0]))

asyncio.run(main())
"""


def test_kernels_run_the_engine_that_grades(tmp_path: Path) -> None:
    """A copy of the project goes first on the path, beside the one that is installed."""
    for folder in (Path(autograder.__path__[0]), load_course().folder):
        shutil.copytree(folder, tmp_path / folder.name)
    with Path(tmp_path, "autograder", "judge.py").open("a") as file:
        file.write("\nWHICH = 'the copy'\n")
    done = subprocess.run(
        [sys.executable, "-c", IN_A_KERNEL.format(sandboxed=can_make_rooms())],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stdout.strip() == f"{tmp_path / 'autograder'} the copy", done.stderr[-3000:]
