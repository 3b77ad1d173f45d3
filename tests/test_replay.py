"""Answers that were recorded earlier, with another seed, earn nothing: anyone can record some."""

from __future__ import annotations

from dataclasses import replace

from autograder.answers import Observations
from autograder.exercise import Exercise
from autograder.judge import judge, questions_of
from tests.exercises import every_exercise, expected

RECORDED, FRESH = 0, 1


def recorded(exercise: Exercise) -> Observations:
    """Right answers to the public seed, in the precision that candidates are asked in."""
    seen = expected(exercise.name, RECORDED)
    answers = {one.name: one.asked(seen.answers[one.name]) for one in questions_of(exercise)}
    return replace(seen, answers=answers, seed=FRESH, used=())


@every_exercise
def test_recorded_answers_earn_nothing(exercise: Exercise) -> None:
    verdict = judge(exercise, recorded(exercise), expected(exercise.name, FRESH))
    assert verdict.points == 0, [one for one in verdict.results if one.passed]


@every_exercise
def test_the_same_answers_are_worth_full_marks_for_their_own_seed(exercise: Exercise) -> None:
    answers = replace(recorded(exercise), seed=RECORDED)
    verdict = judge(exercise, answers, expected(exercise.name, RECORDED))
    assert verdict.points == verdict.max_points, verdict.message
