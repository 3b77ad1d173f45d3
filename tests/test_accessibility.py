"""An accessibility checker (axe) finds nothing wrong with any card, on a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from autograder.catalogue import load_course
from autograder.feedback.hints import Hints
from tests.browsing import CHROMIUM, new_page, violations
from tests.cards import cards

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("cards"),
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
THEMES = {"light": ("#fff", "rgba(0, 0, 0, 0.87)"), "dark": ("#111", "rgba(255, 255, 255, 0.87)")}


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """One empty page for all tests of this file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield new_page(playwright)


def show(page: Any, body: str, theme: str = "light") -> None:
    """Puts a card on a page that has nothing wrong itself."""
    ground, text = THEMES[theme]
    page.set_content(
        '<!doctype html><html lang="en"><head><title>Cards</title></head>'
        f'<body style="background:{ground};color:{text};font-family:sans-serif">'
        f"<main><h1>Cards</h1>{body}</main></body></html>"
    )


def hints() -> str:
    """The hints below a card: one seen before, two asked for with the button."""
    panel = Hints(load_course().exercise("huber_fn"))
    panel.before = 1
    for _ in range(3):
        panel.button.click()
    return f"<button>{panel.button.description}</button>{panel.told.value}"


@pytest.mark.parametrize("theme", THEMES)
def test_no_card_has_a_violation(page: Any, theme: str) -> None:
    found: dict[str, list[str]] = {}
    for kind, html in {**cards(), "hints": hints()}.items():
        show(page, html, theme)
        found[kind] = violations(page)
    assert not {kind: broken for kind, broken in found.items() if broken}
    assert len(found) > 12


def test_a_lesson_with_several_cards_has_no_violation(page: Any) -> None:
    shown = cards()
    predictions = [html for kind, html in shown.items() if "prediction" in kind]
    show(page, "".join([*predictions, shown["raises"], shown["a class, ten questions"]]))
    assert violations(page) == []


@pytest.mark.parametrize(
    ("good", "bad", "violation"),
    [
        ("font-size:16px", "font-size:16px;color:#ccc", "color-contrast"),
        ('role="img" aria-label', 'role="img" data-label', "svg-img-alt"),
        ('scope="row"', 'scope="line"', "scope-attr-valid"),
    ],
)
def test_the_checker_finds_what_is_wrong_with_a_bad_card(
    page: Any, good: str, bad: str, violation: str
) -> None:
    html = cards()["wrong, with a drawing"]
    assert good in html
    show(page, html.replace(good, bad))
    assert violation in violations(page)


def test_cards_fit_a_telephone(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for kind, html in cards().items():
        show(page, html)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
