"""Otter-Grader with equivalent tests, run as its documentation says for one submission."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.grading.measure import Command
from benchmarks.grading.plain_tests import HELPERS, plain_imports, write_tests
from benchmarks.grading.students import filled
from benchmarks.grading.tools import ROOT, Task, prepare

SHOWN = "otter run -a autograder.zip SUBMISSION.ipynb"
PINS = Path(__file__).with_name("otter-constraints.txt")
HOME = ROOT / "build" / "otter"
# Comes with JupyterLab, not with Otter, and takes a second and a half to import: without this file
# every `otter run` would pay for it twice, because it shares the environment that has JupyterLab.
NOT_OTTERS = 'raise ImportError("JupyterLab brings this; Otter by itself does not.")\n'
START = """\
import otter

grader = otter.Notebook()

"""


def make(task: Task) -> list[Command]:
    """Otter's autograder.zip and the converted submissions; one command for each of these."""
    python = environment()
    write_tests(task.chapter, task.folder)
    otter = [str(python), "-m", "otter"]
    packed = ["generate", "-t", "tests", "-o", "autograder.zip", HELPERS.name]
    prepare(task.command([*otter, *packed], task.folder))
    return [
        task.command(
            [*otter, "run", "-a", "autograder.zip", "-o", str(results), "--no-logo", str(notebook)],
            task.folder,
        )
        for notebook, results in _submissions(task)
    ]


def points(task: Task) -> Mapping[str, float]:
    """Student → points, as Otter's results have them."""
    found = {}
    for path in sorted(task.folder.glob("results/*/results.json")):
        tests: list[dict[str, Any]] = json.loads(path.read_text())["tests"]
        found[path.parent.name] = sum(float(one.get("score", 0.0)) for one in tests)
    return found


def _submissions(task: Task) -> list[tuple[Path, Path]]:
    """Writes the class as notebooks for Otter. Returns each, and the folder for its results."""
    import nbformat

    from autograder.catalogue import load_course
    from autograder.publish import build_source, build_student

    released = build_student(build_source(load_course(), task.chapter))
    written = []
    for student, answers in task.students.items():
        notebook = filled(released, answers)
        for cell in notebook.cells:
            mark = cell.metadata.pop("nbgrader", {}).get("grade_id", "")
            if mark == "setup":
                cell.source = START + plain_imports(cell.source)
            elif mark.endswith("-check"):
                cell.source = f'grader.check("{mark.removesuffix("-check")}")'
        path = task.folder / "submissions" / student / f"{task.chapter.notebook}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
        results = task.folder / "results" / student
        results.mkdir(parents=True)
        written.append((path, results))
    return written


@cache
def environment() -> Path:
    """Otter's own virtual environment: its Python. Made where it is missing or out of date.

    TensorFlow and all else come from the environment that runs the benchmark, so that both tools
    use the same versions; the course is importable, as it is for every other tool.
    """
    python = HOME / "bin" / "python"
    here = sysconfig.get_path("purelib")
    all_of_it = "\n".join([PINS.read_text(), NOT_OTTERS, here, str(ROOT), sys.version])
    wanted = hashlib.sha256(all_of_it.encode()).hexdigest()
    stamp = HOME / "made-for.txt"
    if not (stamp.is_file() and stamp.read_text() == wanted):
        print("Installing Otter into build/otter …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "-r", str(PINS)], check=True)
        purelib = next(HOME.glob("lib/python*/site-packages"))
        (purelib / "what-the-benchmark-has.pth").write_text(f"{here}\n{ROOT}\n")
        (purelib / "rfc3987_syntax.py").write_text(NOT_OTTERS)
        stamp.write_text(wanted)
    return python
