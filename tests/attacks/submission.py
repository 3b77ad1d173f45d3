"""Makes submissions: the released notebook, filled in as an attack or an honest student would."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from autograder.catalogue import load_course
from autograder.demo.answers import right

from .attack import Attack

CHAPTER, FILE = "losses", "02_losses.ipynb"


def placed(text: str, places: Mapping[str, str]) -> str:
    """The text with all places filled in."""
    for name, value in places.items():
        text = text.replace(f"@{name}@", value)
    return text


def hostile(released: Any, attack: Attack, places: Mapping[str, str]) -> Any:
    """The notebook that an attack hands in."""
    answers = {name: right(_exercises()[name]) for name in attack.honest}
    answers |= {name: placed(text, places) for name, text in attack.cells.items()}
    notebook = filled(released, answers)
    if attack.edit:
        attack.edit(notebook)
    own = {"first": attack.first, "last": attack.last}
    for name, text in own.items():
        if text:
            one = nbformat.v4.new_code_cell(placed(text, places), id=f"own-{name}")
            notebook.cells.insert(_after_setup(notebook) if name == "first" else 10**6, one)
    text = placed(nbformat.writes(notebook), {name: places[name] for name in ("MARK", "TMP")})
    return nbformat.reads(text, as_version=4)


def honest(released: Any, remark: str) -> Any:
    """All exercises of the notebook solved rightly, with a remark that nobody else may see."""
    there = {_grade_id(one) for one in released.cells}
    answers = {
        name: f"# {remark}\n{right(exercise)}"
        for name, exercise in _exercises().items()
        if name in there
    }
    return filled(released, answers)


def filled(released: Any, answers: Mapping[str, str]) -> Any:
    """A copy of the notebook with these sources in its cells, by nbgrader's id."""
    notebook = copy.deepcopy(released)
    for one in notebook.cells:
        one.source = answers.get(_grade_id(one), one.source)
    return notebook


def hand_in(course: Path, student: str, notebook: Any) -> Path:
    """Writes a notebook into `submitted/`."""
    path = course / "submitted" / student / CHAPTER / FILE
    path.parent.mkdir(parents=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return path


def hand_in_attack(course: Path, released: Any, attack: Attack, places: Mapping[str, str]) -> None:
    """Writes an attack's notebook, files and links into `submitted/`."""
    path = hand_in(course, attack.student, hostile(released, attack, places))
    for name, text in attack.files.items():
        (path.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (path.parent / name).write_text(placed(text, places), encoding="utf-8")
    for name, target in attack.links.items():
        (path.parent / name).unlink(missing_ok=True)
        (path.parent / name).symlink_to(placed(target, places))


def deserved(attack: Attack, there: Mapping[str, float]) -> float:
    """The points of what an attack solves rightly, among the exercises that are there."""
    return sum(there.get(name, 0.0) for name in attack.honest)


def points_of_chapter() -> dict[str, float]:
    """Exercise → its points."""
    return {name: float(one.points) for name, one in _exercises().items()}


def _exercises() -> Mapping[str, Any]:
    return load_course().chapter(CHAPTER).exercises


def _grade_id(one: Any) -> str:
    return str(one.metadata.get("nbgrader", {}).get("grade_id", ""))


def _after_setup(notebook: Any) -> int:
    places = [place for place, one in enumerate(notebook.cells) if _grade_id(one) == "setup"]
    return places[0] + 1 if places else 0
