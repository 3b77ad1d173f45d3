"""What a plain test holds of a question: inputs, expected answers, how near they must be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.answers import Answer, Other, Plain, Several, Tensor
from autograder.catalogue import load_course
from autograder.questions import (
    Behaviour,
    Gradient,
    InFit,
    InGraph,
    Raises,
    RoundTrip,
    Statistics,
    Values,
)
from autograder.questions.base import Question, Setting, in_asked_precision
from autograder.questions.fit import FIRST, _data
from autograder.questions.gradient import incoming
from autograder.questions.round_trip import ORIGINAL
from autograder.tolerance import ALLOWED, PRODUCTS_UNIT, UNITS, Tolerance


def told(question: Question, answers: Any, setting: Setting) -> dict[str, Any]:
    """What a test case holds: inputs, expected answers, and how near these must be."""
    data: dict[str, Any] = {"expression": getattr(question, "expression", "")}
    match question:
        case Values() | Gradient() | InGraph():
            data["cases"] = [
                {"inputs": _inputs(arrays), "expected": _plain(answers[label]),
                 "near": _near(question, label, setting)}
                for label, arrays in question.inputs(setting).items()
            ]  # fmt: skip
            data["variables"] = list(getattr(question, "variables", ()))
            if isinstance(question, Gradient):
                data["with_respect_to"] = question.with_respect_to
                for case, value in zip(data["cases"], _values(question, setting), strict=True):
                    case["incoming"] = incoming(value.shape, value.dtype).numpy().tolist()
        case InFit():
            data |= {"part": question.part, "weighted": question.weighted, "rate": question.rate}
            data["data"] = [array.tolist() for array in _data(setting, question.units)]
            data["expected"] = [_plain(answers[FIRST]), _plain(answers["the trained kernel"])]
            data["near"] = _near(question, FIRST, setting)
        case RoundTrip():
            data |= {"make": question.make, "part": question.part, "attributes": {}}
            data["cases"] = [
                {"inputs": _inputs(arrays), "expected": _plain(answers[f"{label}: {ORIGINAL}"]),
                 "near": _near(question, label, setting)}
                for label, arrays in question.inputs(setting).items()
            ]  # fmt: skip
            for name in question.attributes:
                data["attributes"][name] = answers[f"case 1: {ORIGINAL}, .{name}"].value
        case Statistics():
            theory = question.theory(answers["numbers"], setting)
            data |= {"mean": question.mean, "deviation": theory["standard deviation"].value}
            data["names"] = question.drawn(setting)
            data |= {"dtype": question.dtype, "shape": list(answers["numbers"].shape)}
        case Behaviour():
            data["expected"] = {label: _plain(answer) for label, answer in answers.items()}
            data["near"] = _near(question, "", setting)
        case Raises():
            pass
        case _:
            raise SystemExit(f"No Otter test is made of a {type(question).__name__} question.")
    return data


def _values(question: Gradient, setting: Setting) -> Iterator[Any]:
    """What the differentiated expression gives for the reference: its shape is needed."""
    import tensorflow as tf

    reference = load_course().exercises[setting.exercise].reference
    for arrays in question.inputs(setting).values():
        given = {name: tf.constant(array) for name, array in arrays.items()}
        yield question.evaluate(reference, setting, given)


def _inputs(arrays: Any) -> dict[str, Any]:
    return {name: (array.tolist(), array.dtype.name) for name, array in arrays.items()}


def _near(question: Question, label: str, setting: Setting) -> dict[str, float]:
    """The course's own tolerance: relative, but for numbers below the floor."""
    allowed: Tolerance = question.tolerance(label, setting)
    unit = PRODUCTS_UNIT if allowed.products else UNITS["float32"]
    growth = float(np.sqrt(max(1.0, allowed.length / 64)))
    return {"relative": ALLOWED * unit * growth, "floor": allowed.scale / 100}


def _plain(answer: Answer) -> dict[str, Any]:
    match in_asked_precision(answer):
        case Tensor(_, dtype, _, values) if values is not None:
            return {"dtype": dtype, "values": values.tolist()}
        case Several(_, items):
            return {"items": [_plain(item) for item in items]}
        case Plain(value) | Other(value):
            return {"plain": value}
        case other:
            raise SystemExit(f"The reference's answer cannot be written down: {other}")
