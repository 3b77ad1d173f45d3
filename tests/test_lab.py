"""`tapework lab`: it opens on the start page, and nbgrader's panels work for who learns alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.lab import with_exchange
from autograder.publish.cells import marks
from tests.browsing import free_port, wait_for

NBGRADER = "nbgrader.server_extensions"


def exercise(answer: str) -> nbformat.NotebookNode:
    """A notebook with one check that nbgrader validates."""
    solution = nbformat.v4.new_code_cell(answer, metadata=marks("a", "code", solution=True))
    check = nbformat.v4.new_code_cell(
        "assert twice(2) == 4", metadata=marks("a-check", "code", locked=True, points=1)
    )
    return nbformat.v4.new_notebook(cells=[solution, check])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Callable[..., Any], Path]]:
    """`tapework lab` of a new user; gives how to ask the server, and its log."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    for name, answer in [("00_start", ""), ("right", "twice = lambda x: x + x"), ("wrong", "")]:
        nbformat.write(exercise(answer), folder / "notebooks" / f"{name}.ipynb")
    port = free_port()
    environment = os.environ | {"TAPEWORK_HOME": str(folder / "home"), "HOME": str(folder)}
    environment["PYTHONPATH"] = str(Path(__file__).parent.parent)
    for kind in ("CONFIG", "DATA", "RUNTIME"):
        environment[f"JUPYTER_{kind}_DIR"] = str(folder / kind)
    command = [
        sys.executable, "-m", "autograder", "lab", "--", "--no-browser",
        f"--ServerApp.port={port}", "--IdentityProvider.token=secret",
    ]  # fmt: skip

    def ask(path: str, method: str = "GET") -> Any:
        headers = {"Authorization": "token secret"}
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{path}", headers=headers, method=method
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.loads(answer.read())

    log = folder / "log"
    with log.open("wb") as file:
        server = subprocess.Popen(command, env=environment, stdout=file, stderr=file, cwd=folder)
        try:
            wait_for(f"http://127.0.0.1:{port}/api", server)
            yield ask, log
        finally:
            server.terminate()
            server.wait(30)


def test_the_start_page_is_opened(lab) -> None:
    ask, log = lab
    assert ask("/api")["version"]
    assert "/lab/tree/notebooks/00_start.ipynb" in log.read_text()


def test_the_assignment_list_and_validate_are_on(lab) -> None:
    ask, log = lab
    found = {one["name"]: one for one in ask("/lab/api/extensions")}
    assert found["jupyter-nbgrader"]["enabled"] and found["jupyter-nbgrader"]["status"] == "ok"
    for name in ("assignment_list", "validate_assignment"):
        assert f"{NBGRADER}.{name} | extension was successfully loaded" in log.read_text()


def test_the_assignment_list_is_empty_and_in_order(lab) -> None:
    ask, log = lab
    assert ask("/courses") == {"success": True, "value": []}
    assert ask("/assignments?course_id=tensorflow") == {"success": True, "value": []}
    assert not re.findall(r"^\[[EC] .*", log.read_text(), re.MULTILINE)


@pytest.mark.slow
def test_validate_tells_right_from_wrong(lab) -> None:
    ask, log = lab
    for name, failed in (("right", False), ("wrong", True)):
        told = ask(f"/assignments/validate?path=notebooks/{name}.ipynb", "POST")
        assert told["success"] is True
        found = told["value"]
        found = json.loads(found) if isinstance(found, str) else found
        assert bool(found.get("failed")) == failed
    assert not re.findall(r"^\[[EC] .*", log.read_text(), re.MULTILINE)


def test_an_instructors_set_up_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    assert "JUPYTER_CONFIG_PATH" in with_exchange({})
    Path("nbgrader_config.py").write_text("c = get_config()\n")
    assert with_exchange({}) == {}


def test_without_notebooks_it_says_where_to_go(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "lab"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "tapework: There is no notebooks/ here: go to the folder of the course.\n"
