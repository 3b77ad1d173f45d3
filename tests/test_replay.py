"""Answers that were recorded earlier, with another seed, earn nothing: anyone can record some."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.answers import Observations
from autograder.exercise import Exercise
from autograder.expected import reference_answers
from autograder.judge import judge, questions_of
from tests.exercises import EXERCISES, on_one_worker

every_exercise = pytest.mark.parametrize(
    "exercise", [on_one_worker(one) for one in EXERCISES.values()], ids=list(EXERCISES)
)
RECORDED, FRESH = 0, 20261121


def recorded(exercise: Exercise) -> Observations:
    """Right answers to the public seed, in the precision that candidates are asked in."""
    seen = reference_answers("course", exercise, RECORDED)
    answers = {one.name: one.asked(seen.answers[one.name]) for one in questions_of(exercise)}
    return replace(seen, answers=answers, seed=FRESH, used=())


@every_exercise
def test_recorded_answers_earn_nothing(exercise: Exercise) -> None:
    verdict = judge(exercise, recorded(exercise), reference_answers("course", exercise, FRESH))
    assert verdict.points == 0, [one for one in verdict.results if one.passed]


@every_exercise
def test_the_same_answers_are_worth_full_marks_for_their_own_seed(exercise: Exercise) -> None:
    expected = reference_answers("course", exercise, RECORDED)
    verdict = judge(exercise, replace(recorded(exercise), seed=RECORDED), expected)
    assert verdict.points == verdict.max_points, verdict.message
