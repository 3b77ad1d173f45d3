"""The broken submissions are what they say they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
import pytest

from autograder.catalogue import load_course
from autograder.publish import build_source, build_student
from faults.conftest import WITNESSES
from faults.fault import FILE, SOLVED, filled
from faults.faults import FAMILIES, FAULTS

AT_LEAST = 36
# nbformat reads these although something is odd about them, and finds nothing to object to.
VALID = ("format-3", "format-2", "format-4.0", "bom", "windows-sources", "colab", "vs-code",
         "pycharm", "reversed", "solutions-only", "split-marked", "schema-99", "kernel-r",
         "syntax-error", "output-50-mb")  # fmt: skip


@pytest.fixture(scope="module")
def released():
    """The notebook that students get, as nbgrader's release is."""
    course = load_course()
    return build_student(build_source(course, course.chapter("losses")))


@pytest.fixture
def built(tmp_path, released, answers):
    """Builds a fault by its name and returns the folder that was handed in."""

    def build(name: str) -> Path:
        fault = next(one for one in FAULTS if one.name == name)
        folder = tmp_path / "submitted" / fault.id / "losses"
        fault.build(folder, released, {one: answers[one] for one in SOLVED})
        return folder

    return build


def test_there_are_enough_and_no_name_or_student_is_there_twice():
    assert len(FAULTS) >= AT_LEAST
    for names in ([one.name for one in FAULTS], [*WITNESSES, *(one.id for one in FAULTS)]):
        assert len(set(names)) == len(names)


def test_every_fault_is_told_in_a_sentence():
    for fault in FAULTS:
        assert fault.sentence.endswith("."), fault.name
        assert fault.points is None or fault.points | fault.may <= SOLVED
        assert fault.problem or not fault.refusal
        assert fault.problem or fault.points is not None


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_builder_hands_in_something_else_than_the_solved_notebook(
    family, built, released, answers
):
    right = json.dumps(filled(released, {one: answers[one] for one in SOLVED}))
    for fault in family.FAULTS:
        folder = built(fault.name)
        assert os.path.lexists(folder), fault.name
        path = folder / FILE
        if not path.is_symlink() and path.is_file() and len([*folder.iterdir()]) == 1:
            same = path.read_bytes().decode(errors="replace") == _indented(right)
            closed = not path.stat().st_mode & 0o777
            assert same == (bool(fault.student) or closed), fault.name


def _indented(text: str) -> str:
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", VALID)
def test_a_readable_one_is_a_notebook_for_nbformat(name: str, built):
    path = built(name) / FILE
    encoding = "utf-8-sig" if name == "bom" else "utf-8"
    notebook = nbformat.reads(path.read_text(encoding=encoding), as_version=4)
    nbformat.validate(notebook)
    code = "\n".join(one.source for one in notebook.cells if one.cell_type == "code")
    assert "def positive_weights(weights):" in code
    assert "tf.zeros_like(weights)" in code


@pytest.mark.parametrize("version", [2, 3])
def test_old_formats_have_worksheets(version: int, built):
    for name in (f"format-{version}", f"format-{version}-bare"):
        notebook = json.loads((built(name) / FILE).read_text())
        assert notebook["nbformat"] == version
        cells = notebook["worksheets"][0]["cells"]
        assert "cells" not in notebook
        assert any("def softplus" in one.get("input", "") for one in cells)
        assert any("metadata" in one for one in cells) != name.endswith("bare")


def test_sizes_are_as_said(built):
    assert 49_900_000 < (built("output-50-mb") / FILE).stat().st_size <= 50_000_000
    assert 59_900_000 < (built("file-60-mb") / FILE).stat().st_size <= 60_000_000
