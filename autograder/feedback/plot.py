"""Yours and expected, drawn over each other, where both are the same small array."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np

from autograder.answers import Tensor
from autograder.catalogue import load_course
from autograder.errors import CourseError
from autograder.judge import questions_of
from autograder.questions.base import Question, Setting
from autograder.verdict import Verdict

FEWEST, MOST = 3, 200
YOURS, EXPECTED = "#d55e00", "#0072b2"


def plot(verdict: Verdict) -> str:
    """An HTML figure of the failed question's largest case, or nothing where none can be drawn."""
    question = _failed_question(verdict)
    if not question or not verdict.observed or not verdict.expected:
        return ""
    drawn = _largest(question, verdict)
    if not drawn:
        return ""
    label, yours, expected = drawn
    setting = Setting(verdict.exercise, verdict.expected.seed)
    inputs = question.shown(label, setting)[1]
    x, axis = _axis(inputs, expected)
    picture = base64.b64encode(_png(x, yours, expected, axis)).decode()
    wrong = int((~np.isclose(yours, expected, rtol=1e-3, atol=1e-6, equal_nan=True)).sum())
    alt = f"Your values and the expected ones against {axis}: {wrong} of {yours.size} differ."
    return (
        f'<figure style="margin:8px 0"><img alt="{alt}" style="max-width:100%;background:#fff;'
        f'border-radius:4px" src="data:image/png;base64,{picture}"></figure>'
    )


def _failed_question(verdict: Verdict) -> Question | None:
    if not verdict.finding:
        return None
    try:
        exercise = load_course().exercise(verdict.exercise)
    except CourseError:
        return None
    asked = {question.name: question for question in questions_of(exercise)}
    return asked.get(verdict.finding.question)


def _largest(question: Question, verdict: Verdict) -> tuple[str, Any, Any] | None:
    assert verdict.observed and verdict.expected
    observed = verdict.observed.answers.get(question.name, {})
    best = None
    for label, expected in verdict.expected.answers.get(question.name, {}).items():
        yours = observed.get(label)
        if not isinstance(expected, Tensor) or not isinstance(yours, Tensor):
            continue
        if expected.values is None or yours.values is None or yours.shape != expected.shape:
            continue
        fits = FEWEST <= expected.values.size <= MOST and expected.values.dtype.kind in "fi"
        if fits and (best is None or expected.values.size > best[2].size):
            best = (label, yours.values.ravel(), expected.values.ravel())
    return best


def _axis(inputs: dict[str, Any], expected: Any) -> tuple[Any, str]:
    """What to draw against: the error, a single input, or the index."""
    if {"y_true", "y_pred"} <= inputs.keys():
        errors = (inputs["y_true"] - inputs["y_pred"]).ravel()
        if errors.size == expected.size:
            return errors, "y_true - y_pred"
    alike = [(name, a) for name, a in inputs.items() if a.size == expected.size]
    if len(alike) == 1:
        return alike[0][1].ravel(), alike[0][0]
    return np.arange(expected.size), "index"


def _png(x: Any, yours: Any, expected: Any, axis: str) -> bytes:
    from matplotlib.figure import Figure

    order = np.argsort(x, kind="stable")
    figure = Figure(figsize=(6.4, 2.8), dpi=100)
    # A fixed place: to compute one takes as long as all the drawing.
    axes = figure.add_axes((0.12, 0.19, 0.86, 0.69))
    style: dict[str, Any] = {"markersize": 7, "linewidth": 1.2}
    axes.plot(
        x[order], expected[order], "o-", color=EXPECTED, label="expected", mfc="none", **style
    )
    axes.plot(x[order], yours[order], "x--", color=YOURS, label="yours", **style)
    axes.set_xlabel(axis)
    axes.set_ylabel("value")
    axes.set_title("Yours and expected")
    axes.grid(alpha=0.3)
    axes.legend()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()
