"""The formgrader in real JupyterLab, in headless Chromium: its button grades as we do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.grading import grade_class
from tests.browsing import CHROMIUM, PICTURES, choose, jupyterlab, new_page
from tests.small_class import EXERCISES, gradebook_of, hand_in, make_course, rights, wrong_huber

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
PATIENCE = 240_000


def test_its_button_grades_and_shows_scores_and_cards(tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    course = make_course(tmp_path)
    hand_in(course, "ada", rights(*EXERCISES))
    hand_in(course, "cho", {**rights("softplus"), "huber_fn": wrong_huber()})
    PICTURES.mkdir(exist_ok=True)
    with jupyterlab(course, tmp_path) as address, sync_playwright() as playwright:
        page = new_page(playwright)
        page.goto(f"{address}/lab?reset")
        inside = page.frame_locator("iframe")
        assignments = inside.get_by_role("link", name="Manage Assignments").first
        choose(page, "Nbgrader", "Formgrader", assignments)
        assignments.click()
        inside.locator("td.num-submissions a").filter(has_text="2").first.click(timeout=60_000)
        for student, score in {"ada": "4 / 4", "cho": None}.items():
            row = inside.locator("tr").filter(has_text=student)
            expect(row.locator(".status")).to_contain_text("needs autograding", timeout=60_000)
            row.locator(".autograde a").click()
            expect(inside.locator("#success-modal")).to_be_visible(timeout=PATIENCE)
            if student == "ada":
                page.screenshot(path=PICTURES / "formgrader-success.png")
            inside.locator("#success-modal .btn-primary, #success-modal .close").first.click()
            expect(inside.locator("#success-modal")).to_be_hidden(timeout=60_000)
            expect(row.locator(".status")).to_contain_text("graded", timeout=60_000)
            expect(row.locator(".score")).to_have_text(score or re.compile(r"[12]\.?\d* / 4"))
        page.screenshot(path=PICTURES / "formgrader-submissions.png")

        inside.locator("tr").filter(has_text="cho").locator(".student-name a").click()
        inside.locator("tbody a").filter(has_text="02_losses").first.click(timeout=60_000)
        expect(inside.locator("section[data-exercise]").first).to_be_visible(timeout=60_000)
        inside.locator("section[data-exercise=huber_fn]").scroll_into_view_if_needed()
        page.screenshot(path=PICTURES / "formgrader-cards.png")
        card = inside.locator("section[data-exercise=huber_fn]")
        mistake = card.get_attribute("data-mistake")
        assert mistake and mistake != "none"

    by_button = gradebook_of(course)
    grade_class(course, "losses", force=True)
    assert gradebook_of(course) == by_button
    assert by_button["ada"]["points"][:2] == (4.0, 4.0)
