"""Recaps: who is asked what, how it is answered, and that every question is well made."""

from __future__ import annotations

import ast
import importlib.util
import json
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder import live
from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from autograder.exercise import Exercise
from autograder.progress import Progress, Record
from autograder.recap import LETTERS, Question, question, questions
from autograder.recapping import Recap, Session
from autograder.showing import WIDGET
from autograder.slip import LONGEST
from tests.exercises import EXERCISES, cell, diagnosed, every_exercise

COURSE = load_course("course")
# Their mistakes are long, or differ from the reference by a setting of a helper.
NEVER_ASKED = {
    "ReconstructingRegressor", "train", "clipped_train_step", "make_fast_step", "train_regressor",
}  # fmt: skip
TENSORS = {
    name: Record(solved=True, points=1.0) for name in ("standardize", "mixed_sum", "swap_rows")
}


def all_questions(exercise: Exercise) -> list[Question]:
    """A question about each mistake that can be shown."""
    found = [question(exercise, number) for number in range(len(exercise.mistakes))]
    return [one for one in found if one]


@every_exercise
def test_every_question_is_well_made(exercise: Exercise) -> None:
    found = all_questions(exercise)
    assert bool(found) == (exercise.name not in NEVER_ASKED)
    sentences = {mistake.sentence for mistake in exercise.mistakes}
    for one in found:
        defined = ast.parse(one.source).body[-1]
        assert isinstance(defined, ast.FunctionDef | ast.ClassDef)
        assert defined.name == exercise.name
        assert len(one.source.splitlines()) <= LONGEST
        assert '"""' not in one.source and "SOLUTION" not in one.source
        names = {node.id for node in ast.walk(ast.parse(one.source)) if isinstance(node, ast.Name)}
        assert not names & {mistake.name for mistake in exercise.mistakes}
        assert len(set(one.options)) == len(LETTERS)
        assert set(one.options) <= sentences


@every_exercise
def test_what_is_shown_makes_the_mistake_that_is_told(exercise: Exercise) -> None:
    for one in all_questions(exercise)[:1]:
        known = vars(import_module(exercise.reference.__module__))
        candidate = cell(one.source, exercise.name, known)
        assert diagnosed(exercise, candidate).sentence == one.sentence


def test_numbers_go_through_all_mistakes_and_then_begin_again_in_another_order() -> None:
    huber = EXERCISES["huber_fn"]
    found = [question(huber, number) for number in range(8)]
    assert len({one.source for one in found[:4]}) == 4
    assert [one.source for one in found[4:]] == [one.source for one in found[:4]]
    assert {one.right for one in found} == set(LETTERS)
    assert [question(huber, number) for number in range(8)] == found


def test_a_class_that_differs_in_one_method_is_written_out_whole() -> None:
    found = all_questions(EXERCISES["StreamingPrecision"])
    source = next(one.source for one in found if "self.right / self.positive" in one.source)
    assert source.startswith("class StreamingPrecision(keras.metrics.Metric):\n    def __init__")
    assert "def update_state" in source and "super().get_config()" in source


def test_two_of_the_chapter_before_the_last_are_asked_and_only_what_was_solved() -> None:
    records = TENSORS | {"huber_fn": Record(solved=True), "scatter_scores": Record(points=0.5)}
    asked = [one.exercise for one in questions(COURSE, 3, records)]
    assert len(asked) == 2 and set(asked) <= set(TENSORS)
    assert [one.exercise for one in questions(COURSE, 4, records)] == ["huber_fn"]
    assert questions(COURSE, 5, records) == []


def test_what_was_recapped_longest_ago_comes_first() -> None:
    records = {
        "standardize": Record(solved=True, recapped=200.0),
        "mixed_sum": Record(solved=True, recapped=100.0),
        "swap_rows": Record(solved=True),
    }
    assert [one.exercise for one in questions(COURSE, 3, records)] == ["swap_rows", "mixed_sum"]


def test_what_is_given_is_never_asked() -> None:
    assert questions(COURSE, 3, {"twice": Record(solved=True)}) == []


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    """A learner who has solved three exercises of the first chapter."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: {"solved": True, "points": 1.0} for name in TENSORS}
    (home / "progress.json").write_text(json.dumps(kept))
    return Progress(home)


def test_questions_stay_until_they_are_answered(progress: Progress) -> None:
    session = Session(chapter=3)
    first = session.ask(COURSE, progress).questions
    assert session.ask(COURSE, progress).questions == first
    assert Session(chapter=3).ask(COURSE, progress).questions == first
    for one in first:
        session.answer(COURSE, progress, {one.exercise: one.right})
    later = session.ask(COURSE, progress).questions
    assert not set(later) & set(first)


def test_right_and_wrong_are_told_at_once_and_kept(progress: Progress) -> None:
    session = Session(chapter=3)
    one, other = session.ask(COURSE, progress).questions
    wrong = next(letter for letter in LETTERS if letter != other.right)
    told = session.answer(COURSE, progress, {one.exercise: one.right, other.exercise: wrong})
    assert f"✓ {one.exercise}: {one.right} is right.\n{one.sentence}".replace("`", "") in repr(told)
    assert f"✗ {other.exercise}: {wrong} is not what is wrong: it is {other.right}." in repr(told)
    html = told._repr_mimebundle_()["text/html"]
    assert 'data-recap="right"' in html and 'data-recap="wrong"' in html
    records = progress.records()
    assert (records[one.exercise].recaps, records[one.exercise].recaps_right) == (1, 1)
    assert (records[other.exercise].recaps, records[other.exercise].recaps_right) == (1, 0)
    assert records[one.exercise].recapped > 0


def test_only_the_first_answer_counts(progress: Progress) -> None:
    session = Session(chapter=3)
    one = session.ask(COURSE, progress).questions[0]
    wrong = next(letter for letter in LETTERS if letter != one.right)
    session.answer(COURSE, progress, {one.exercise: wrong})
    told = session.answer(COURSE, progress, {one.exercise: one.right})
    assert "is right" in repr(told)
    kept = progress.record(one.exercise)
    assert (kept.recaps, kept.recaps_right) == (1, 0)


def test_an_answer_to_what_was_never_asked_is_no_answer(progress: Progress) -> None:
    session = Session(chapter=3)
    with pytest.raises(TapeworkError, match="No question about 'huber_fn' is open"):
        session.answer(COURSE, progress, {"huber_fn": "a"})
    name = session.ask(COURSE, progress).questions[0].exercise
    for letter in ("d", "", "ab"):
        with pytest.raises(TapeworkError, match="one of a, b, c"):
            session.answer(COURSE, progress, {name: letter})
    assert progress.record(name).recaps == 0


def test_who_has_solved_nothing_reads_a_friendly_line(tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    told = repr(Session(chapter=3).ask(COURSE, progress))
    assert told == "Nothing to recap yet: recaps ask about exercises that you solved in chapter 1."
    assert repr(Session(chapter=2).ask(COURSE, progress)) == "Recaps begin in chapter 3."


def test_outside_of_a_chapter_everything_solved_may_be_asked(progress: Progress) -> None:
    assert len(Session().ask(COURSE, progress).questions) == 2


def test_the_function_of_the_notebook_asks_and_answers(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPEWORK_HOME", str(progress.path.parent))
    asked = live.recap().questions[0]
    assert "is right" in repr(live.recap(**{asked.exercise: asked.right}))
    assert progress.record(asked.exercise).recaps_right == 1


def test_a_page_without_buttons_says_how_to_answer(progress: Progress) -> None:
    shown = Session(chapter=3).ask(COURSE, progress)
    html = shown._repr_mimebundle_()["text/html"]
    one = shown.questions[0]
    assert f"recap({one.exercise}=&quot;a&quot;)" in html
    assert f'Answer with recap({one.exercise}="a")' in repr(shown)
    cards = ElementTree.fromstring(f"<div>{html}</div>").findall("section")
    assert [len(card.findall(".//li")) for card in cards] == [3, 3]
    assert "".join(cards[0].find(".//pre").itertext()) == one.source


@pytest.mark.skipif(importlib.util.find_spec("ipywidgets") is None, reason="needs ipywidgets")
def test_a_button_answers_once(progress: Progress) -> None:
    shown = Session(chapter=3).ask(COURSE, progress)
    assert isinstance(shown, Recap)
    assert shown._repr_mimebundle_()[WIDGET]["model_id"]
    asked, buttons, told = shown.widget().children[0].children
    one = shown.questions[0]
    assert one.exercise in asked.value and "recap(" not in asked.value
    pressed = next(button for button in buttons.children if button.description == one.right)
    pressed.click()
    assert 'data-recap="right"' in told.value
    assert all(button.disabled for button in buttons.children)
    assert progress.record(one.exercise).recaps_right == 1
