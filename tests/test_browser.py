"""A student's first minutes in real JupyterLab, in headless Chromium, with real kernels."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import CHROMIUM, PICTURES, jupyterlab, new_page

ROOT = Path(__file__).parent.parent
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
WRONG = """def huber_fn(y_true, y_pred):
error = y_true - y_pred
return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, tf.abs(error))"""
RIGHT = WRONG.replace("tf.abs(error))", "tf.abs(error) - 0.5)")
KERNEL_SECONDS = 180_000


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """JupyterLab on a copy of the student notebooks; yields its address."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    with jupyterlab(tmp_path, tmp_path) as address:
        yield address


def test_a_wrong_answer_then_a_right_one(lab: str) -> None:
    from playwright.sync_api import expect, sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        page = new_page(playwright)
        page.goto(f"{lab}/lab/tree/notebooks/02_losses.ipynb?reset")
        cells = page.locator(".jp-NotebookPanel .jp-Notebook-cell")
        expect(cells.first).to_be_visible(timeout=120_000)
        page.wait_for_selector(
            '.jp-NotebookPanel-toolbar [data-status="idle"]', timeout=KERNEL_SECONDS
        )

        def cell(text: str):
            return page.locator(".jp-CodeCell").filter(has_text=text).first

        def run(one) -> None:
            """Runs a cell and waits for its end, as its number tells."""
            number = one.locator(".jp-InputPrompt").first
            before = number.inner_text()
            one.scroll_into_view_if_needed()
            for _ in range(10):  # a page that is still being drawn swallows keys
                one.locator(".cm-content").click()
                page.keyboard.press("Control+Enter")
                try:
                    expect(number).not_to_have_text(before, timeout=5_000)
                    break
                except AssertionError:
                    continue
            expect(number).to_have_text(re.compile(r"\[\d+\]:"), timeout=KERNEL_SECONDS)

        def type_into(one, text: str) -> None:
            one.scroll_into_view_if_needed()
            one.locator(".cm-content").click()
            page.keyboard.press("Control+a")
            page.keyboard.type(text, delay=1)
            run(one)

        run(cell('begin("losses")'))
        check = cell('check("huber_fn")')

        run(check)
        card = check.locator(".tapework-card, section[data-exercise]")
        expect(card).to_contain_text("run the cell that defines it", timeout=KERNEL_SECONDS)

        run(cell("def huber_fn"))
        run(check)
        expect(card).to_contain_text("Not attempted yet", timeout=KERNEL_SECONDS)

        type_into(cell("def huber_fn"), WRONG)
        run(check)
        expect(card).to_contain_text("Your two branches do not meet", timeout=KERNEL_SECONDS)
        expect(card).to_contain_text("0.67 of 2 points")
        picture = card.locator("img")
        expect(picture).to_be_visible()
        assert picture.evaluate("image => image.naturalWidth") > 300
        assert "expected" in (picture.get_attribute("alt") or "")
        check.scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "wrong_answer.png")
        card.screenshot(path=PICTURES / "card_wrong.png")

        type_into(cell("def huber_fn"), RIGHT)
        run(check)
        expect(card).to_contain_text("Correct", timeout=KERNEL_SECONDS)
        expect(card).to_contain_text("2 of 2 points")
        check.scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "right_answer.png")
