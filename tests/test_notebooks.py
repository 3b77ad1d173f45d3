"""The committed notebooks: as they are handed out, and as they are solved."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.catalogue import load_course
from autograder.publish.address import address_of
from tests.elsewhere import complaints

ROOT = Path(__file__).parent.parent
STUDENT = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOLVED = sorted((ROOT / "solutions").glob("*.ipynb"))


def outputs(notebook: Any) -> list[tuple[str, Any]]:
    """All outputs, with the id of their cell."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.id, output) for cell in cells for output in cell.outputs]


def cards(notebook: Any) -> dict[str, str]:
    """Check cell → its card."""
    return {
        where: output.data.get("text/html", "")
        for where, output in outputs(notebook)
        if where.endswith("-check")
    }


@pytest.mark.slow
@pytest.mark.parametrize("path", STUDENT, ids=lambda path: path.stem)
def test_a_student_notebook_runs_top_to_bottom_as_it_is(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=300,
        skip_cells_with_tag="",
        extra_arguments=["--log-level=40"],
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute(env={**os.environ, "TAPEWORK_HOME": str(tmp_path)})
    assert complaints(notebook) == []
    found = cards(notebook)
    exercises = load_course("course").chapter(path.stem.partition("_")[2]).exercises
    assert len(found) == len(exercises)
    for where, card in found.items():
        given = exercises[where.removesuffix("-check")].given
        assert f'data-outcome="{"correct" if given else "not attempted"}"' in card
    waiting = [one for _, one in outputs(notebook) if "data-prediction" in str(one.get("data"))]
    assert all('data-prediction="open"' in str(one.data) for one in waiting)


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_a_solved_notebook_shows_full_marks_and_its_figures(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert complaints(notebook) == []
    found = cards(notebook)
    exercises = load_course("course").chapter(path.stem.partition("_")[2]).exercises
    assert len(found) == len(exercises)
    assert all('data-outcome="correct"' in card for card in found.values())
    pictures = [one for _, one in outputs(notebook) if "<img " in str(one.get("data", {}))]
    assert pictures or not exercises
    assert all("alt=" in str(one.data) for one in pictures)


def test_the_readme_has_the_badges_that_the_notebooks_have() -> None:
    address = address_of("course")
    assert address
    badges = address.badges("notebooks/02_losses.ipynb")
    assert badges in (ROOT / "README.md").read_text(encoding="utf-8")
