"""What the cards say: all of it in words, in HTML and in a terminal, whatever the theme."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest

from autograder.catalogue import load_course
from autograder.feedback import frame
from autograder.feedback.hints import Hints, next_hint
from autograder.feedback.html import card
from autograder.feedback.text import WIDTH, text_card
from autograder.showing import WIDGET, widgets_work
from autograder.verdict import CORRECT, NOT_ATTEMPTED, Verdict
from tests.cards import ANSWERS, cards, verdicts

pytestmark = pytest.mark.xdist_group("cards")
KINDS = [*ANSWERS, "not attempted", "ended by the time limit", "a class, ten questions"]
GROUNDS = {"white": 0xFFFFFF, "JupyterLab dark": 0x111111, "VS Code dark": 0x1E1E1E}


def words(html: str) -> str:
    """What is left where all tags, styles, drawings and signs for the eye alone are dropped."""
    html = re.sub(r"<svg.*?</svg>|<span aria-hidden.*?</span>", "", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def contrast(one: int, other: int) -> float:
    """The contrast of two colours as the WCAG define it, 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: int) -> float:
    channels = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tinted(ground: int, tint: str) -> int:
    """The colour of a ground under a tint, `rgba(…)`."""
    *channels, share = map(float, re.findall(r"[\d.]+", tint))
    under = [ground >> shift & 255 for shift in (16, 8, 0)]
    mixed = [share * a + (1 - share) * b for a, b in zip(channels, under, strict=True)]
    return sum(round(one) << shift for one, shift in zip(mixed, (16, 8, 0), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_alone_tell_it_all(kind: str) -> None:
    verdict = verdicts()[kind]
    told = words(card(verdict))
    for result in verdict.results if verdict.outcome != NOT_ATTEMPTED else ():
        state = {True: "passed", False: "failed", None: "not reached"}[result.passed]
        assert f"{result.title} – {state}" in told
    if verdict.finding:
        assert f"What failed: {verdict.finding.title}" in told
        assert f'hint("{verdict.exercise}")' in told
    if verdict.sentence:
        assert verdict.sentence in told


@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_shows_the_same_within_its_width(kind: str) -> None:
    verdict = verdicts()[kind]
    text = text_card(verdict)
    assert max(map(len, text.splitlines())) <= WIDTH
    told = " ".join(text.split())
    assert verdict.exercise in told
    assert all(result.title in told for result in verdict.results) or (
        verdict.outcome == NOT_ATTEMPTED
    )
    if verdict.finding:
        found = verdict.finding
        for part in (*found.inputs.values(), found.difference.expected, found.difference.received):
            assert " ".join(part.split()) in told
        assert verdict.sentence in told
        assert found.difference.why in told or verdict.sentence


def test_wrong_values_are_shown_one_by_one() -> None:
    told = words(card(verdicts()["wrong, with a drawing"]))
    assert "Index y_true y_pred Expected Received Same? 0 1 1 0 0 yes" in told
    assert "3 4 7 2.5 3 no" in told


def test_the_drawing_is_of_a_case_that_differs() -> None:
    assert "24 of 32 values differ" in card(verdicts()["wrong, with a drawing"])
    # Only two values beyond 100 are wrong here: too few for a drawing.
    assert "<svg" not in card(verdicts()["wrong far away only"])


def test_the_drawing_has_the_colour_of_the_text_around_it() -> None:
    drawing = re.search(r"<svg.*</svg>", cards()["wrong, with a drawing"], re.S)
    assert drawing and "currentColor" in drawing[0]
    assert set(re.findall(r"#[0-9a-f]{6}\b", drawing[0])) == {frame.WRONG}
    assert "<style" not in drawing[0]


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS.keys())
@pytest.mark.parametrize("colour", [frame.RIGHT, frame.WRONG, frame.OPEN])
def test_signs_stand_out_from_every_ground(colour: str, ground: int) -> None:
    assert contrast(int(colour[1:], 16), ground) >= 3
    assert contrast(int(colour[1:], 16), tinted(ground, frame.TINTS[colour])) >= 3


def test_what_a_learner_wrote_is_escaped() -> None:
    html = cards()["of another shape, and writes"]
    assert "loss &lt;b&gt;" in html
    assert "<b>" not in html


def huber():
    return load_course().exercise("huber_fn")


def kept() -> int:
    """How many hints the learner's progress counts."""
    file = Path(os.environ["TAPEWORK_HOME"]) / "progress.json"
    return json.loads(file.read_text())["huber_fn"]["hints"]


def test_a_hint_asked_for_by_name_says_when_it_was_the_last() -> None:
    told = [next_hint(huber()) for _ in huber().hints]
    assert [text.split(" for ")[0] for text in told[:2]] == ["**Hint 1 of 4", "**Hint 2 of 4"]
    assert ["last hint" in text for text in told] == [False, False, False, True]


def test_the_button_climbs_the_same_ladder_as_the_plain_call() -> None:
    next_hint(huber())
    hints = Hints(huber())
    assert hints.button.description == "Next hint (2 of 4)"
    assert "1 hint seen before" in hints.told.value
    hints.button.click()
    assert kept() == 2
    next_hint(huber())
    hints.button.click()
    assert kept() == 4
    assert hints.button.description == "No more hints"
    for text in ("Hint 2 of 4", "Hint 3 of 4", "Hint 4 of 4", "That was the last hint"):
        assert text in hints.told.value


def test_only_the_newest_hint_is_read_out() -> None:
    hints = Hints(huber())
    assert "status" not in hints.told.value
    hints.button.click()
    hints.button.click()
    read = hints.told.value.split('role="status"')
    assert len(read) == 2
    assert "Hint 1 of 4" in read[0] and "Hint 2 of 4" in read[1]


def test_the_button_climbs_where_progress_cannot_be_kept(monkeypatch) -> None:
    monkeypatch.setenv("TAPEWORK_HOME", "/proc/no such place")
    hints = Hints(huber())
    hints.button.click()
    hints.button.click()
    assert hints.button.description == "Next hint (3 of 4)"


def test_where_widgets_cannot_be_shown_nothing_stands_in_their_place() -> None:
    bundle = Hints(huber())._repr_mimebundle_()
    assert bundle[WIDGET]["model_id"]
    assert words(bundle["text/html"]) == ""


def test_there_is_a_button_in_a_live_page_only(monkeypatch) -> None:
    assert not widgets_work()
    monkeypatch.setenv("JPY_SESSION_NAME", "losses.ipynb")
    assert widgets_work()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert not widgets_work()


def test_a_right_answer_needs_few_words() -> None:
    verdict: Verdict = verdicts()["right"]
    assert verdict.outcome == CORRECT
    assert words(card(verdict)).startswith("Correct: huber_fn 2 of 2 points Questions: 3 of 3")
    assert "hint" not in card(verdict)
