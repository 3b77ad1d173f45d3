"""Puts a submission back into the released notebook: its answers beside our own cells."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from autograder.grading.assignment import Released
from autograder.grading.submission import CELL_ID

Cell = Any
Notebook = Any
MISSING = "# This cell was missing from the submission."


def restored(submitted: Notebook, released: Released) -> tuple[Notebook, list[str]]:
    """The submission with every released cell in it, and the grade ids of those that were gone.

    Cells are found by nbgrader's id; where an editor lost that, by the cell's own id, then by what
    they hold: locked cells by their text, a solution by what it defines. Locked cells become what
    was released; a solution keeps its text alone. Other cells stay, without any mark.

    Args:
        submitted: As `read_submission` gives it.
        released: What was handed out.
    """
    notebook = copy.deepcopy(submitted)
    marked = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in released.notebook.cells
        if "nbgrader" in cell.metadata
    }
    found = _matches(notebook.cells, marked)
    for cell in notebook.cells:
        cell.metadata.clear()
    gone = []
    place = 0
    for grade_id, original in marked.items():
        if grade_id in found:
            index = notebook.cells.index(found[grade_id])
            notebook.cells[index] = _restored_cell(found[grade_id], original)
        else:
            index = place
            notebook.cells.insert(index, _inserted(original))
            gone.append(grade_id)
        place = index + 1
    _give_ids(notebook.cells, released.notebook.cells)
    notebook.metadata = copy.deepcopy(released.notebook.metadata)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook, [one for one in gone if not _is_text(marked[one])]


def _matches(cells: list[Cell], marked: dict[str, Cell]) -> dict[str, Cell]:
    """Grade id → the cell of the submission that stands for it."""
    found: dict[str, Cell] = {}
    taken: list[Cell] = []

    def take(grade_id: str, cell: Cell) -> None:
        found[grade_id] = cell
        taken.append(cell)

    def free() -> Iterator[Cell]:
        return (cell for cell in cells if not any(cell is one for one in taken))

    # Of several with one id the last counts, as in a notebook that is run from top to bottom.
    for cell in reversed(cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in marked and grade_id not in found:
            take(grade_id, cell)
    for grade_id, original in marked.items():
        if grade_id not in found:
            same = [cell for cell in free() if cell.id == original.id]
            same = same or [cell for cell in free() if _stands_for(cell, original)]
            if same:
                take(grade_id, same[-1])
    return found


def _stands_for(cell: Cell, original: Cell) -> bool:
    marks = original.metadata.nbgrader
    if marks.locked or marks.grade:
        return bool(cell.source.strip() == original.source.strip())
    return cell.cell_type == original.cell_type and defines(cell.source, marks.grade_id)


def defines(source: str, name: str) -> bool:
    """Whether a cell's text defines a name at its top level, even if it does not parse."""
    pattern = rf"^(?:(?:async\s+)?def|class)\s+{re.escape(name)}\b|^{re.escape(name)}\s*=[^=]"
    return re.search(pattern, source, re.MULTILINE) is not None


def _restored_cell(cell: Cell, original: Cell) -> Cell:
    fresh = copy.deepcopy(original)
    marks = original.metadata.nbgrader
    if marks.solution:
        fresh.source = cell.source
    return fresh


def _inserted(original: Cell) -> Cell:
    fresh = copy.deepcopy(original)
    marks = original.metadata.nbgrader
    if marks.solution and fresh.cell_type == "code":
        # As a comment: the starter's stub would take the place of what another cell defines.
        lines = [f"# {line}".rstrip() for line in fresh.source.splitlines()]
        fresh.source = "\n".join([MISSING, *lines])
    return fresh


def _is_text(original: Cell) -> bool:
    return original.cell_type != "code" and not original.metadata.nbgrader.grade


def _give_ids(cells: list[Cell], originals: list[Cell]) -> None:
    """Unique, valid ids: released cells have theirs, others what they brought or a number."""
    reserved = {cell.id for cell in originals}
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        own = "nbgrader" not in cell.metadata
        if (
            not CELL_ID.fullmatch(cell.get("id", ""))
            or cell.id in seen
            or (own and cell.id in reserved)
        ):
            cell.id = f"own-{number}"
        seen.add(cell.id)
