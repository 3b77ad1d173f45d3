"""A submitted notebook on its way to nbgrader: read with care, its lost cells put back."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.publish.cells import SKIP

Notebook = Any
MAX_BYTES = 50_000_000
ENDED_KERNEL = "# This cell was not run: it ended the whole process."


class SubmissionError(TapeworkError):
    """A submission that cannot be graded; the message names its file and says why."""


def read_submission(path: Path, release: Notebook, shown: str) -> Notebook:
    """Reads a submitted notebook.

    Args:
        path: Its file.
        release: The notebook that was released to students.
        shown: How to name the file in a message.

    Raises:
        SubmissionError: If it is missing, no notebook, or not a copy of the released one.
    """
    import nbformat

    if not path.is_file():
        others = sorted(one.name for one in path.parent.glob("*.ipynb"))
        also = f"; there is {', '.join(others)}: rename it" if others else ""
        raise SubmissionError(f"{shown}: was not handed in{also}.")
    if path.stat().st_size > MAX_BYTES:
        raise SubmissionError(f"{shown}: has more than {MAX_BYTES // 10**6} MB; clear its outputs.")
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook, relax_add_props=True)
    except Exception as error:
        reason = " ".join(str(getattr(error, "message", error)).split())[:100]
        raise SubmissionError(
            f"{shown}: is no notebook ({type(error).__name__}: {reason}); ask for it again."
        ) from None
    if not set(_marked(notebook)) & set(_marked(release)):
        raise SubmissionError(
            f"{shown}: is not the released notebook: it has none of its cells; ask for the right "
            "one."
        )
    return notebook


def restored(notebook: Notebook, release: Notebook) -> tuple[Notebook, list[str]]:
    """The notebook with every released cell in it, and the ids of those that were gone.

    nbgrader itself stops at a submission in which a check and its solution are both missing.
    """
    notebook = copy.deepcopy(notebook)
    gone = []
    place = 0
    for grade_id, cell in _marked(release).items():
        found = _marked(notebook)
        if grade_id not in found:
            notebook.cells.insert(place, copy.deepcopy(cell))
            gone.append(grade_id)
            found = _marked(notebook)
        place = notebook.cells.index(found[grade_id]) + 1
    return notebook, gone


def defused(notebook: Notebook, place: int) -> Notebook:
    """The notebook with one cell that is kept from running, and says so."""
    notebook = copy.deepcopy(notebook)
    cell = notebook.cells[place]
    cell.source = f"{ENDED_KERNEL}\n{cell.source}"
    cell.metadata["tags"] = [*cell.metadata.get("tags", []), SKIP]
    return notebook


def _marked(notebook: Notebook) -> dict[str, Any]:
    """nbgrader's id → cell, for cells that belong to the assignment."""
    found = {}
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id:
            found[grade_id] = cell
    return found
