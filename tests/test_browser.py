"""A student's first minutes in real JupyterLab, in headless Chromium, with real kernels."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from tests.browsing import (
    CHROMIUM,
    KERNEL_SECONDS,
    PICTURES,
    Notebook,
    jupyterlab,
    new_page,
    violations,
)

ROOT = Path(__file__).parent.parent
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
WRONG = """def huber_fn(y_true, y_pred):
error = y_true - y_pred
return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, tf.abs(error))"""
# JupyterLab's editor indents what is typed by itself.
WRONG_CELL = WRONG.replace("\n", "\n    ")
RIGHT = WRONG.replace("tf.abs(error))", "tf.abs(error) - 0.5)")
OUTPUTS = ".jp-NotebookPanel .jp-Cell-outputArea"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """JupyterLab on a copy of the student notebooks; yields its address."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    with jupyterlab(tmp_path, tmp_path) as address:
        yield address


def test_a_wrong_answer_two_hints_then_a_right_one(lab: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        page = new_page(playwright)
        page.goto(f"{lab}/lab/tree/notebooks/02_losses.ipynb?reset")
        notebook = Notebook(page).ready()
        cell, run = notebook.cell, notebook.run
        run(cell('begin("losses")'))
        check = cell('check("huber_fn")')

        run(check)
        card = check.locator(".tapework-card, section[data-exercise]")
        expect(card).to_contain_text("run the cell that defines it", timeout=KERNEL_SECONDS)

        run(cell("def huber_fn"))
        run(check)
        expect(card).to_contain_text("Not attempted yet", timeout=KERNEL_SECONDS)

        notebook.write(cell("def huber_fn"), WRONG)
        run(check)
        expect(card).to_contain_text("Your two branches do not meet", timeout=KERNEL_SECONDS)
        expect(card).to_contain_text("0.67 of 2 points")
        picture = card.get_by_role("img", name="Plot of your values and the expected ones")
        expect(picture).to_be_visible()
        assert picture.bounding_box()["width"] > 300
        check.scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "wrong_answer.png")
        card.screenshot(path=PICTURES / "card_wrong.png")

        check.get_by_role("button", name="Next hint (1 of 4)").click()
        expect(check.get_by_role("status")).to_contain_text("Which errors should count")
        check.get_by_role("button", name="Next hint (2 of 4)").click()
        expect(check.get_by_role("status")).to_contain_text("Hint 2 of 4")
        expect(check.get_by_text("Which errors should count")).to_be_visible()
        progress = json.loads((tmp_path / "progress" / "progress.json").read_text())
        assert progress["huber_fn"]["hints"] == 2
        assert violations(page, OUTPUTS) == []
        check.screenshot(path=PICTURES / "hints.png")

        notebook.write(cell("def huber_fn"), RIGHT)
        run(check)
        expect(card).to_contain_text("Correct", timeout=KERNEL_SECONDS)
        expect(card).to_contain_text("2 of 2 points")
        expect(check.get_by_role("button", name="hint")).to_have_count(0)
        check.scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "right_answer.png")


def test_a_card_and_its_hints_in_the_dark_theme(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    source = f"import tensorflow as tf\nfrom autograder.live import check\n{WRONG_CELL}\n"
    cell = nbformat.v4.new_code_cell(f'{source}\ncheck("huber_fn")')
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), tmp_path / "one.ipynb")
    PICTURES.mkdir(exist_ok=True)
    with jupyterlab(tmp_path, tmp_path, "JupyterLab Dark") as lab, sync_playwright() as playwright:
        page = new_page(playwright)
        page.goto(f"{lab}/lab/tree/one.ipynb?reset")
        notebook = Notebook(page).ready()
        notebook.run(notebook.cell("def huber_fn"))
        page.get_by_role("button", name="Next hint").click(timeout=KERNEL_SECONDS)
        expect(page.get_by_role("status").filter(has_text="Hint 1 of 4")).to_be_visible()
        assert page.locator("body").get_attribute("data-jp-theme-light") == "false"
        assert violations(page, OUTPUTS) == []
        page.locator(OUTPUTS).screenshot(path=PICTURES / "card_dark.png")
