"""Other front ends open, run and save the same files, and what they saved is graded in full."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.browsing import CHROMIUM, KERNEL_SECONDS, PICTURES, Notebook, jupyterlab, new_page
from tests.elsewhere import ROOT, complaints, first_steps, run_in
from tests.front_ends import from_colab, from_vs_code
from tests.small_class import (
    EXERCISES,
    grade,
    gradebook_of,
    grades_a_class,
    hand_in,
    make_course,
    rights,
    wrong_huber,
)

SAVED: dict[str, Callable[[dict[str, Any]], str]] = {
    "colab": from_colab,
    "colab-stripped": lambda notebook: from_colab(notebook, strip=True),
    "vs-code": from_vs_code,
}


class TestGrading:
    pytestmark = grades_a_class(__name__)

    @pytest.fixture(scope="class")
    @staticmethod
    def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
        """The gradebook of a class that worked in other front ends, one of them wrongly."""
        course = make_course(tmp_path_factory.mktemp("front-ends"))
        for student, save in SAVED.items():
            for name, more in ((student, {}), (f"{student}-wrong", {"huber_fn": wrong_huber()})):
                path = hand_in(course, name, {**rights(*EXERCISES), **more})
                path.write_text(save(json.loads(path.read_text())), encoding="utf-8")
        done = grade(course)
        assert done.returncode == 0, done.stderr
        return gradebook_of(course)

    @pytest.mark.parametrize("student", SAVED)
    def test_a_right_notebook_that_was_saved_elsewhere_earns_all_its_points(
        self, graded: dict[str, Any], student: str
    ) -> None:
        points, most, by_hand = graded[student]["points"]
        assert points == most > 0
        assert not by_hand

    @pytest.mark.parametrize("student", SAVED)
    def test_a_mistake_in_it_costs_what_it_costs_everywhere(
        self, graded: dict[str, Any], student: str
    ) -> None:
        scores = graded[f"{student}-wrong"]["scores"]
        assert scores["huber_fn-check"][0] == 0.67
        assert scores["softplus-check"][0] == graded[student]["scores"]["softplus-check"][0]


@pytest.mark.slow
def test_what_vs_code_saved_runs(tmp_path: Path) -> None:
    text = from_vs_code(json.loads(nbformat.writes(first_steps("02_losses"))))
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    run_in("python3", notebook, tmp_path)
    assert complaints(notebook) == []
    shown = {one.id: str(one.get("outputs")) for one in notebook.cells}
    assert 'data-outcome="correct"' in shown["huber_fn-check-again"]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")
def test_notebook_7_runs_the_set_up_cell_and_the_first_check(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    PICTURES.mkdir(exist_ok=True)
    with (
        jupyterlab(tmp_path, tmp_path, application="notebook") as address,
        sync_playwright() as playwright,
    ):
        page = new_page(playwright)
        page.goto(f"{address}/notebooks/notebooks/02_losses.ipynb")
        expect(page.locator("#jp-NotebookLogo")).to_be_visible(timeout=KERNEL_SECONDS)
        notebook = Notebook(page)
        notebook.run(notebook.cell('begin("losses")'))
        check = notebook.cell('check("huber_fn")')
        notebook.run(notebook.cell("def huber_fn"))
        notebook.run(check)
        card = check.locator("section[data-exercise]")
        expect(card).to_contain_text("Not attempted yet", timeout=KERNEL_SECONDS)
        check.scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "notebook_7.png")
