"""What a fault is, and the few things that all builders of broken submissions share."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

FILE = "02_losses.ipynb"
SOLVED = frozenset({"huber_fn", "softplus", "positive_weights"})
FREE = None  # as a problem: a remark is welcome, and so is none

Notebook = dict[str, Any]
Cell = dict[str, Any]
Answers = Mapping[str, str]
Build = Callable[[Path, Notebook, Answers], None]


@dataclass(frozen=True)
class Fault:
    """One broken submission, and what a fair grader does with it.

    Args:
        name: Its name, and the student's id where no other is given.
        sentence: What is broken.
        build: Writes submitted/STUDENT/losses/, which does not exist yet.
        points: Exercises that must get full marks, the others nothing; None: it is not graded.
        problem: A pattern that the problem line matches; "" where there must be none.
        may: Exercises for which full marks and nothing are both fair.
        refusal: Not grading it is fair too, if the problem line then matches the pattern.
        student: The student's id, where that is what is odd.
    """

    name: str
    sentence: str
    build: Build
    points: frozenset[str] | None = SOLVED
    problem: str | None = ""
    may: frozenset[str] = frozenset()
    refusal: bool = False
    student: str = ""

    @property
    def id(self) -> str:
        """The student's id."""
        return self.student or self.name


def all_but(*names: str) -> frozenset[str]:
    """What is solved, without these."""
    return SOLVED - set(names)


def filled(released: Any, answers: Answers) -> Notebook:
    """The released notebook with answers in its solution cells, as plain lists and dictionaries."""
    notebook: Notebook = json.loads(json.dumps(released))
    for one in notebook["cells"]:
        one["source"] = answers.get(marks(one).get("grade_id", ""), one["source"])
    return notebook


def marks(cell: Cell) -> dict[str, Any]:
    """nbgrader's metadata of a cell; empty where it has none."""
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def place(notebook: Notebook, grade_id: str) -> int:
    """Where the cell with this grade_id stands."""
    ids = [marks(one).get("grade_id") for one in notebook["cells"]]
    return ids.index(grade_id)


def cell(notebook: Notebook, grade_id: str) -> Cell:
    """The cell with this grade_id."""
    found: Cell = notebook["cells"][place(notebook, grade_id)]
    return found


def own_cell(source: str, number: int = 0) -> Cell:
    """A code cell that a student added."""
    identity = f"own-{crc32(source.encode())}-{number}"
    return {
        "cell_type": "code", "execution_count": None, "id": identity,
        "metadata": {}, "outputs": [], "source": source,
    }  # fmt: skip


def put(folder: Path, content: Notebook | str | bytes, name: str = FILE) -> Path:
    """Writes a file of the submission: a notebook as JSON, text in UTF-8, or bytes."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def edited(edit: Callable[[Notebook], object]) -> Build:
    """Builds the solved notebook after one change to it."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        notebook = filled(released, answers)
        edit(notebook)
        put(folder, notebook)

    return build


def written(write: Callable[[str], str | bytes]) -> Build:
    """Builds a file out of the solved notebook's text."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        text = json.dumps(filled(released, answers), indent=1, ensure_ascii=False) + "\n"
        put(folder, write(text))

    return build


def solved_with(change: Callable[[str], str], exercise: str = "softplus") -> Build:
    """Builds the solved notebook with one solution's source changed."""

    def edit(notebook: Notebook) -> None:
        one = cell(notebook, exercise)
        one["source"] = change(one["source"])

    return edited(edit)


def with_own(*sources: str, before: str = "huber_fn") -> Build:
    """Builds the solved notebook with cells that the student added before an exercise."""

    def edit(notebook: Notebook) -> None:
        at = place(notebook, before)
        notebook["cells"][at:at] = [
            own_cell(source, number) for number, source in enumerate(sources)
        ]

    return edited(edit)


def copied(cell: Cell) -> Cell:
    """A copy as copy and paste makes it: everything is the same but the cell's id."""
    again = copy.deepcopy(cell)
    if "id" in again:
        again["id"] += "-copy"
    return again
