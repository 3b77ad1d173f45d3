"""Environments that a learner may have elsewhere: made afresh, with the wheel as it is shipped."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

ROOT = Path(__file__).parent.parent
CHAPTERS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
UNREACHABLE = re.compile(
    r"error sending request|failed to fetch|dns error|timed out", re.IGNORECASE
)
SECONDS = 600


def chapters(default: str) -> list[Any]:
    """One chapter for every run of the tests, the others for `make test-places`."""
    others = [one for one in CHAPTERS if one != default]
    return [default, *(pytest.param(one, marks=pytest.mark.everywhere) for one in others)]


def build_wheel(folder: Path) -> Path:
    """The project's wheel, with nothing that it depends on."""
    _run([*_uv(), "build", "--quiet", "--wheel", "--out-dir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("*.whl")
    return wheel


def make_environment(folder: Path, requirements: Sequence[str], python: str = "") -> Path:
    """A virtual environment with these requirements; gives its Python.

    Args:
        folder: Where it is made.
        requirements: What is installed.
        python: Which Python, for example "3.12"; where this machine has none, that of the tests.
    """
    _run(
        [
            *_uv(),
            "venv",
            "--quiet",
            "--python",
            _find_python(python) if python else sys.executable,
            str(folder),
        ]
    )
    interpreter = folder / "bin" / "python"
    _run([*_uv(), "pip", "install", "--quiet", "--python", str(interpreter), *requirements])
    # Once on a machine matplotlib lists its fonts, and says so where that takes long.
    _run([str(interpreter), "-c", "import matplotlib.font_manager"], _caches(interpreter))
    return interpreter


def versions(python: Path) -> dict[str, str]:
    """What is installed in an environment, by name."""
    listed = _run([*_uv(), "pip", "list", "--format", "json", "--python", str(python)])
    return {one["name"]: one["version"] for one in json.loads(listed)}


def install(python: Path, wheel: Path) -> None:
    """Puts the course's wheel into an environment that has what it depends on."""
    _run([*_uv(), "pip", "install", "--quiet", "--no-deps", "--python", str(python), str(wheel)])


def uninstall(python: Path, name: str) -> None:
    """Takes a distribution out of an environment; one that is not there is no error."""
    _run([*_uv(), "pip", "uninstall", "--quiet", "--python", str(python), name])


def add_kernel(
    folder: Path, name: str, python: Path, *, module: str, inside: Sequence[str]
) -> None:
    """Makes a kernel known under a name to whoever has the folder in `JUPYTER_PATH`.

    Args:
        folder: Where it is described.
        name: What it is called.
        python: The Python of its environment.
        module: What is started there.
        inside: A command that starts another, to go in front.
    """
    spec = folder / "kernels" / name
    spec.mkdir(parents=True)
    command = [*inside, str(python), "-m", module, "-f", "{connection_file}"]
    told = {"argv": command, "display_name": name, "language": "python", "env": _caches(python)}
    (spec / "kernel.json").write_text(json.dumps(told))


def run_in(kernel: str, notebook: Any, home: Path, *, failing: bool = False) -> None:
    """Runs all cells in a kernel of that name, as a learner who has done nothing yet.

    Args:
        kernel: The name given to `add_kernel`.
        notebook: Its outputs are filled in.
        home: Where the kernel works, and where progress is kept.
        failing: Whether an error is expected; the cells after it run too.
    """
    ours = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONWARNINGS"}
    theirs = {name: value for name, value in os.environ.items() if name not in ours}
    theirs["TAPEWORK_HOME"] = str(home / "progress")
    with tempfile.TemporaryDirectory() as short:
        # Sockets that are files: a kernel without any network is reached as well.
        sockets = {"transport": "ipc", "ip": f"{short}/kernel", "cache_ports": False}
        client = NotebookClient(
            notebook,
            kernel_name=kernel,
            timeout=SECONDS,
            startup_timeout=180,
            allow_errors=failing,
            skip_cells_with_tag="",
            resources={"metadata": {"path": str(home)}},
            config=Config({"KernelManager": sockets}),
        )
        client.execute(env=theirs)


def read(folder: str, chapter: str) -> Any:
    """A notebook of `notebooks` or `solutions`."""
    return nbformat.read(ROOT / folder / f"{chapter}.ipynb", as_version=4)


def first_steps(chapter: str) -> Any:
    """The set-up cell, the first check of the exercise as it is, and the check once it is solved.

    All code of a page that has no exercise.
    """
    notebook = read("notebooks", chapter)
    notebook.cells = [one for one in notebook.cells if one.cell_type == "code"]
    place = next((n for n, one in enumerate(notebook.cells) if one.id.endswith("-check")), None)
    if place is not None:
        exercise, check = notebook.cells[place - 1 : place + 1]
        answer = next(one for one in read("solutions", chapter).cells if one.id == exercise.id)
        again = copy.deepcopy(check)
        answer.id, again.id = f"{answer.id}-solved", f"{again.id}-again"
        notebook.cells = [notebook.cells[0], exercise, check, answer, again]
    return notebook


def complaints(notebook: Any, *, logs: bool = True) -> list[str]:
    """Errors, and whatever was written to standard error unless `logs` is false."""
    return [
        f"{cell.id}: {output.get('evalue', output.get('text'))}"
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == "error" or (logs and output.get("name") == "stderr")
    ]


def set_up(notebook: Any) -> Any:
    """A notebook's first code cell."""
    return next(one for one in notebook.cells if one.cell_type == "code")


def _find_python(version: str) -> str:
    """The Python of that version on the path or among pyenv's, else that of the tests."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    known = sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    for one in [f"python{version}", *map(str, known)]:
        if (
            shutil.which(one)
            and subprocess.run([one, "-c", ""], capture_output=True).returncode == 0
        ):
            return one
    return sys.executable


def _uv() -> list[str]:
    return [sys.executable, "-m", "uv", "--no-progress"]


def _caches(python: Path) -> dict[str, str]:
    """Caches of an environment's own: nothing of this machine's is found there."""
    return {"XDG_CACHE_HOME": str(python.parent.parent / "cache")}


def _run(command: Sequence[str], more: Mapping[str, str] = {}) -> str:
    """Runs it and gives what it prints; where no package index answers, the test is left out."""
    environment = {**_environment(), **more}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=1800)
    if done.returncode and UNREACHABLE.search(done.stderr):
        pytest.skip(f"no package index can be reached: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, f"{command}\n{done.stderr[-3000:]}"
    return done.stdout


def _environment() -> dict[str, str]:
    """uv reads no pip configuration, so it is told pip's index, as in the Makefile."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    told = subprocess.run(command, capture_output=True, text=True).stdout
    index = re.search(r"^.*[.]index-url='(.*)'$", told, re.MULTILINE)
    address = {"UV_DEFAULT_INDEX": index[1]} if index else {}
    return {"UV_HTTP_TIMEOUT": "180", "UV_SYSTEM_CERTS": "true", **address, **os.environ}
