"""Words that a candidate's process could claim are worked out from numbers by the judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.answers import Answer, Plain, Several, Tensor
from autograder.catalogue import load_course
from autograder.expected import reference_answers
from autograder.judge import judge
from autograder.questions.base import Setting
from autograder.verdict import Verdict
from course.layers import residual_regressor

SEED = 20261121


def forged(name: str, forge: Callable[[str, Answer], Answer | None]) -> Verdict:
    """The verdict where everything is right but what is forged of the question "by hand"."""
    exercise = load_course().exercise(name)
    expected = reference_answers("course", exercise, SEED)
    pairs = ((one, forge(one, answer)) for one, answer in expected.answers["by hand"].items())
    answers = {**expected.answers, "by hand": {one: new for one, new in pairs if new is not None}}
    return judge(exercise, replace(expected, answers=answers, used=()), expected)


def like(answer: Answer, change: Callable[[Any], Any]) -> Answer:
    if isinstance(answer, Several):
        return replace(answer, items=tuple(like(one, change) for one in answer.items))
    assert isinstance(answer, Tensor) and answer.values is not None
    return replace(answer, values=change(answer.values))


@pytest.mark.parametrize(
    "change", [np.zeros_like, np.ones_like, lambda x: x[::-1], lambda x: x[:0]]
)
@pytest.mark.parametrize("name", ["ResidualBlock", "ResidualRegressor"])
def test_words_without_the_numbers_behind_them_earn_nothing(name: str, change: Any) -> None:
    def forge(label: str, answer: Answer) -> Answer:
        return answer if isinstance(answer, Plain) or "zero" in label else like(answer, change)

    assert forged(name, lambda label, answer: answer).points > 0
    assert forged(name, forge).points == 0


@pytest.mark.parametrize("name", ["ResidualBlock", "ResidualRegressor"])
def test_one_forged_number_is_enough(name: str) -> None:
    for forged_label in reference_answers("course", load_course().exercise(name), SEED).answers[
        "by hand"
    ]:

        def forge(label: str, answer: Answer, chosen: str = forged_label) -> Answer | None:
            return None if label == chosen else answer

        assert forged(name, forge).points == 0, forged_label


def test_layers_that_answer_as_it_suits_them_are_no_activation() -> None:
    """Outputs that fit rows which were made up: the sums are right, the layers are none."""
    exercise = load_course().exercise("ResidualRegressor")
    rng = np.random.default_rng(1)
    outputs, rows = residual_regressor._worked(
        Setting(exercise.name, SEED), "AAAAB", lambda place, row: rng.normal(size=30)
    )

    def forge(label: str, answer: Answer) -> Answer:
        if label == "the outputs":
            return like(answer, lambda values: outputs.astype(values.dtype))
        if label == "what the layers make of their inputs":
            assert isinstance(answer, Several)
            made = zip(answer.items, rows, strict=True)
            return replace(
                answer, items=tuple(like(old, lambda _, new=new: new) for old, new in made)
            )
        return answer

    verdict = forged("ResidualRegressor", forge)
    assert verdict.points == 0
    assert verdict.finding and "no function" in verdict.finding.difference.received
