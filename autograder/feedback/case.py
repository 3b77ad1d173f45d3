"""The failed question's cases as arrays: inputs, yours and expected, for tables and plots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Tensor
from autograder.catalogue import load_course
from autograder.compare import difference, wrong_elements
from autograder.errors import CourseError
from autograder.judge import questions_of
from autograder.questions.base import ExpressionQuestion, Setting
from autograder.verdict import Verdict

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Case:
    """One case whose values differ: `yours` and `expected` have one shape, as has `wrong`."""

    label: str
    inputs: Mapping[str, Array]
    yours: Array
    expected: Array
    wrong: Array


def cases(verdict: Verdict) -> list[Case]:
    """The failed question's cases that differ in their values alone, in the order of asking."""
    return list(_cases(verdict))


def failed_case(verdict: Verdict) -> Case | None:
    """The case that the verdict tells of; None where more than its values is wrong."""
    label = verdict.finding.label if verdict.finding else ""
    return next((one for one in _cases(verdict) if one.label == label), None)


def _cases(verdict: Verdict) -> Iterator[Case]:
    question = _failed_question(verdict)
    if not question or not verdict.observed or not verdict.expected:
        return
    setting = Setting(verdict.exercise, verdict.expected.seed)
    observed = verdict.observed.answers.get(question.name, {})
    expected = question.asked(verdict.expected.answers.get(question.name, {}))
    for label, wanted in expected.items():
        yours = observed.get(label)
        if not isinstance(wanted, Tensor) or not isinstance(yours, Tensor):
            continue
        if yours.values is None or wanted.values is None or not wanted.shape:
            continue
        if (yours.kind, yours.shape, yours.dtype) != (wanted.kind, wanted.shape, wanted.dtype):
            continue
        tolerance = question.tolerance(label, setting)
        if difference(yours, wanted, tolerance):
            wrong = wrong_elements(yours.values, wanted.values, tolerance, yours.dtype)
            inputs = question.shown(label, setting)[1]
            yield Case(label, inputs, yours.values, wanted.values, wrong)


def _failed_question(verdict: Verdict) -> ExpressionQuestion | None:
    """The question, where it asks for the values of an expression on cases."""
    if not verdict.finding:
        return None
    try:
        exercise = load_course().exercise(verdict.exercise)
    except CourseError:
        return None
    asked = {question.name: question for question in questions_of(exercise)}
    question = asked.get(verdict.finding.question)
    return question if isinstance(question, ExpressionQuestion) else None
