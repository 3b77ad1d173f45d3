"""Which cells of a restored notebook are run: answers and what they need, no demonstrations."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from typing import Any

from autograder.grading.assignment import CHECK, Released
from autograder.grading.restore import MISSING
from autograder.names import module_names

Notebook = Any


@dataclass(frozen=True)
class Plan:
    """What to run, by index, and where each exercise is checked and answered."""

    run: tuple[int, ...]
    checks: dict[str, int]
    solutions: dict[str, int]


def plan(notebook: Notebook, released: Released) -> Plan:
    """Sorts the cells of a restored notebook.

    Solutions, the set-up, the learner's own cells and other graded cells run. A lesson's
    demonstration runs only if it defines a name that one of them reads and none of them defines.
    """
    demonstrations = {
        cell.source.strip()
        for cell in released.notebook.cells
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata
    }
    run, shown = [], []
    checks: dict[str, int] = {}
    solutions: dict[str, int] = {}
    for index, cell in enumerate(notebook.cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if cell.cell_type != "code" or cell.source.startswith(MISSING):
            continue
        if grade_id.removesuffix(CHECK) in released.points and grade_id.endswith(CHECK):
            checks[grade_id.removesuffix(CHECK)] = index
        elif not grade_id and cell.source.strip() in demonstrations:
            shown.append(index)
        elif cell.source.strip():
            run.append(index)
            if grade_id in released.points:
                solutions[grade_id] = index
    run += _wanted(notebook, run, shown)
    return Plan(tuple(sorted(run)), checks, solutions)


def _wanted(notebook: Notebook, run: list[int], shown: list[int]) -> list[int]:
    """Demonstrations that define what the cells that run lack."""
    cells = notebook.cells
    defined = set(dir(builtins))
    for index in run:
        defined |= _bound(cells[index].source)
    missing = set().union(*(_read(cells[index].source) for index in run)) - defined
    wanted: list[int] = []
    changed = True
    while missing and changed:
        changed = False
        for index in shown:
            if index not in wanted and _bound(cells[index].source) & missing:
                wanted.append(index)
                defined |= _bound(cells[index].source)
                missing = (missing | _read(cells[index].source)) - defined
                changed = True
    return wanted


def _plain(source: str) -> str:
    """The cell as plain Python; nothing where it is none."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        text = TransformerManager().transform_cell(source)
        ast.parse(text)
    except (SyntaxError, ValueError, RuntimeError, MemoryError):
        return ""
    return str(text)


def _bound(source: str) -> set[str]:
    tree = ast.parse(_plain(source))
    names = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return names


def _read(source: str) -> set[str]:
    try:
        return module_names(_plain(source))
    except (SyntaxError, ValueError, RecursionError):
        return set()
