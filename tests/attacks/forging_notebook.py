"""Score forging by the notebook itself: check cells, their marks, outputs, kernel, files beside."""

from __future__ import annotations

import copy
from typing import Any

from .attack import Attack, wrong_huber

WRONG = {"huber_fn": wrong_huber()}
SHADOW = '''
"""Stands where the engine is looked for first."""

def begin(chapter): pass
def check(name): return 2.0
hint = progress = solution = check
'''


def marked(notebook: Any, grade_id: str) -> Any:
    """The cell with that nbgrader id."""
    return next(
        one
        for one in notebook.cells
        if one.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )


def checks_edited(notebook: Any) -> None:
    """Check cells give a number by themselves."""
    for name in ("huber_fn", "create_huber", "softplus"):
        one = marked(notebook, f"{name}-check")
        one.source = "2.0"
        one.metadata["nbgrader"].update(locked=False, grade=True, points=2)


def points_raised(notebook: Any) -> None:
    """Every graded cell is worth a hundred points, and lies about its checksum."""
    for one in notebook.cells:
        marks = one.metadata.get("nbgrader", {})
        if marks.get("grade"):
            marks.update(points=100, checksum="0" * 32)


def cells_doubled(notebook: Any) -> None:
    """A solved check stands under the ids of others, and graded cells of its own are added."""
    solved = marked(notebook, "softplus-check")
    for name in ("softplus-check", "huber_fn-check", "bonus-check"):
        twin = copy.deepcopy(solved)
        twin.id = f"twin-{name}"
        twin.metadata["nbgrader"].update(grade_id=name, points=50)
        notebook.cells.append(twin)


def ids_swapped(notebook: Any) -> None:
    """The solved exercise's cells bear the ids of one that is worth more."""
    for suffix in ("", "-check"):
        wrong, solved = (marked(notebook, name + suffix) for name in ("huber_fn", "softplus"))
        wrong.metadata["nbgrader"], solved.metadata["nbgrader"] = (
            solved.metadata["nbgrader"],
            wrong.metadata["nbgrader"],
        )
        wrong.id, solved.id = solved.id, wrong.id


def checks_deleted(notebook: Any) -> None:
    """No check of an exercise that was tried is left, and no set-up."""
    gone = {"huber_fn-check", "softplus-check", "create_huber", "create_huber-check", "setup"}
    notebook.cells = [
        one
        for one in notebook.cells
        if one.metadata.get("nbgrader", {}).get("grade_id") not in gone
    ]


def outputs_stale(notebook: Any) -> None:
    """Outputs with full points stand in check cells that are kept from running."""
    from nbformat import v4

    card = '<div class="tapework-card" data-exercise="huber_fn" data-points="2">2 of 2</div>'
    for one in notebook.cells:
        if one.metadata.get("nbgrader", {}).get("grade"):
            points = one.metadata["nbgrader"]["points"]
            data = {"text/plain": str(points), "text/html": card}
            one.outputs = [v4.new_output("execute_result", data, execution_count=1)]
            one.execution_count = 1
            one.metadata["tags"] = ["skip-execution", "raises-exception"]


def other_kernel(notebook: Any) -> None:
    """Asks for another kernel, and another language."""
    notebook.metadata["kernelspec"] = {
        "name": "@MARK@",
        "display_name": "Mine",
        "language": "bash",
        "argv": ["/bin/sh", "-c", "touch @TMP@/@MARK@", "{connection_file}"],
    }
    notebook.metadata["language_info"] = {"name": "bash"}


ATTACKS = (
    Attack(
        "forging",
        "check-cells-edited",
        "Writes numbers into the check cells and unlocks them.",
        WRONG,
        edit=checks_edited,
    ),
    Attack(
        "forging",
        "points-raised",
        "Raises the points in the metadata of all graded cells to 100.",
        WRONG,
        edit=points_raised,
    ),
    Attack(
        "forging",
        "cells-doubled",
        "Repeats a solved check under other ids and adds a graded cell of its own.",
        WRONG,
        edit=cells_doubled,
    ),
    Attack(
        "forging",
        "ids-swapped",
        "Gives the cells of a solved exercise the ids of one that is worth more.",
        WRONG,
        edit=ids_swapped,
        may_lose="its solved exercise stands under another one's id",
    ),
    Attack(
        "forging",
        "checks-deleted",
        "Deletes checks, the cells of an exercise and the set-up, to keep an older score.",
        WRONG,
        edit=checks_deleted,
    ),
    Attack(
        "forging",
        "outputs-stale",
        "Hands in outputs with full points, in check cells that are tagged to be skipped.",
        WRONG,
        edit=outputs_stale,
    ),
    Attack(
        "forging",
        "kernel-of-its-own",
        "Asks for a kernel of its own in the notebook's metadata.",
        WRONG,
        edit=other_kernel,
    ),
    Attack(
        "forging",
        "modules-beside-the-notebook",
        "Hands in modules that are called as the engine's and Jupyter's are.",
        WRONG,
        files={
            "autograder/__init__.py": "",
            "autograder/live.py": SHADOW,
            "sitecustomize.py": "import builtins\nbuiltins.check = lambda name: 2.0\n",
            "ipykernel_launcher.py": "raise SystemExit('mine')\n",
        },
        may_lose="it hides the engine from its own kernel",
    ),
)
