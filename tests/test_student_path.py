"""A student's whole path in real JupyterLab: from the landing page to an assignment handed in."""

from __future__ import annotations

import getpass
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.browsing import (
    CHROMIUM,
    KERNEL_SECONDS,
    PICTURES,
    Notebook,
    choose,
    jupyterlab,
    new_page,
)
from tests.small_class import (
    ASSIGNMENT,
    EXERCISES,
    FILE,
    grade,
    grade_id,
    gradebook_of,
    make_course,
    rights,
)  # fmt: skip

ROOT = Path(__file__).parent.parent
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
WRONG = """def huber_fn(y_true, y_pred):
error = y_true - y_pred
return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, tf.abs(error))"""
RIGHT = WRONG.replace("tf.abs(error))", "tf.abs(error) - 0.5)")


def nbgrader(course: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instructor's course, whose assignment waits in the exchange; students find it there."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    config = tmp_path / "config"
    config.mkdir()
    (config / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        f"c.Exchange.root = {str(exchange)!r}\n"
        'c.CourseDirectory.course_id = "tapework"\n'
    )
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(config))
    course = make_course(tmp_path)
    nbgrader(course, "release_assignment", ASSIGNMENT)
    return course


def landing(page: Any, lab: str) -> Any:
    """The landing page after its first cell and its dashboard have run; gives the dashboard."""
    page.goto(f"{lab}/lab/tree/notebooks/00_start.ipynb?reset")
    notebook = Notebook(page).ready()
    notebook.run(notebook.cell('begin("start")'))
    # The set-up cell names `progress` too.
    shown = notebook.panel.locator(".jp-CodeCell").filter(has_text="progress()").last
    notebook.run(shown)
    return shown.get_by_role("region", name="Your progress")


def test_from_the_landing_page_to_a_submission(tmp_path: Path, course: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    PICTURES.mkdir(exist_ok=True)
    home = tmp_path / "student"
    shutil.copytree(ROOT / "notebooks", home / "notebooks")
    with sync_playwright() as playwright:
        with jupyterlab(home, tmp_path) as lab:
            page = new_page(playwright)
            dashboard = landing(page, lab)
            expect(dashboard).to_contain_text("Next: twice", timeout=KERNEL_SECONDS)
            page.screenshot(path=PICTURES / "landing.png")

            page.locator(".jp-MarkdownCell").get_by_role("link", name="Losses").first.click()
            chapter = page.locator(".jp-NotebookPanel:visible").get_by_text('begin("losses")')
            expect(chapter.first).to_be_visible(timeout=120_000)
            losses = Notebook(page).ready()
            losses.run(losses.cell('begin("losses")'))
            check = losses.cell('check("huber_fn")')
            card = check.locator("section[data-exercise]")
            losses.write(losses.cell("def huber_fn"), WRONG)
            losses.run(check)
            expect(card).to_contain_text("Your two branches do not meet", timeout=KERNEL_SECONDS)
            check.get_by_role("button", name="Next hint").click()
            expect(check.get_by_role("status")).to_contain_text("Hint 1 of 4")
            losses.write(losses.cell("def huber_fn"), RIGHT)
            losses.run(check)
            expect(card).to_contain_text("2 of 2 points", timeout=KERNEL_SECONDS)

            dashboard = landing(page, lab)
            expect(dashboard).to_contain_text("Next: create_huber", timeout=KERNEL_SECONDS)

        # JupyterLab was stopped, kernels and all: what was done is still there.
        with jupyterlab(home, tmp_path) as lab:
            page = new_page(playwright)
            dashboard = landing(page, lab)
            expect(dashboard).to_contain_text("Next: create_huber", timeout=KERNEL_SECONDS)
            solved = dashboard.get_by_role("row").filter(has_text="huber_fn").first
            expect(solved).to_contain_text("solved")
            dashboard.screenshot(path=PICTURES / "progress.png")
            hand_in(page, home)

    student = getpass.getuser()
    nbgrader(course, "collect", ASSIGNMENT)
    assert grade(course).returncode == 0
    assert gradebook_of(course)[student]["points"][:2] == (4.0, 4.0)


def hand_in(page: Any, home: Path) -> None:
    """Fetches the assignment, solves it, validates it by its button, and submits it."""
    from playwright.sync_api import expect

    fetch = page.get_by_role("button", name="Fetch", exact=True)
    choose(page, "Nbgrader", "Assignment List", fetch)
    fetch.click()
    submit = page.get_by_role("button", name="Submit")
    expect(submit).to_be_visible(timeout=120_000)
    page.screenshot(path=PICTURES / "assignment_list.png")

    path = home / ASSIGNMENT / FILE
    notebook = nbformat.read(path, as_version=4)
    solved = rights(*EXERCISES)
    for cell in notebook.cells:
        cell.source = solved.get(grade_id(cell), cell.source)
    nbformat.write(notebook, path)
    page.get_by_text(ASSIGNMENT, exact=True).click()
    page.get_by_text(FILE.removesuffix(".ipynb"), exact=True).click()
    page.locator(".jp-NotebookPanel:visible").get_by_role("button", name="Validate").click(
        timeout=KERNEL_SECONDS
    )
    told = page.locator(".jp-Dialog").last
    expect(told).to_contain_text("passes all the tests", timeout=KERNEL_SECONDS)
    page.screenshot(path=PICTURES / "validated.png")
    told.get_by_role("button").last.click()
    page.get_by_role("tab", name="Assignments").click()
    submit.click()
    expect(page.get_by_text("There are no submitted assignments")).to_be_hidden(timeout=120_000)
    page.screenshot(path=PICTURES / "submitted.png")
