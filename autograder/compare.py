"""Compares two answers and says in words what is wrong with the first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Other, Plain, Several, Tensor
from autograder.reasons import reason
from autograder.tolerance import Tolerance
from autograder.words import number, shape_text, short

Array = np.ndarray[Any, Any]

# What differs between two candidates with one fault: `Mine.__init__()`, objects, names of classes.
NAMES_AND_NUMBERS = re.compile(
    r"[\w.<>]+\(\)|<[^<>]*>|0x[0-9a-f]+|\d+|'[^']*'|\"[^\"]*\"|`[^`]*`|\b[A-Z]\w*[a-z]\w*[A-Z]\w*"
)
LISTS = ("list", "tuple")
MESSAGE_START = 160  # long messages were cut, at a place that depends on the names in them


@dataclass(frozen=True)
class Difference:
    """What was expected, what came, and a sentence that says why it is wrong or what to do.

    `raised` tells whether an error came where none was expected.
    """

    expected: str
    received: str
    why: str
    raised: bool = False


def difference(
    observed: Answer | None, expected: Answer, tolerance: Tolerance
) -> Difference | None:
    """None where the answers agree, otherwise the first thing that is wrong.

    Order: nothing or an error came, kind, shape, dtype, values that are no numbers, values.
    """
    if observed is None:
        return Difference(describe(expected), "nothing", "The question was not answered.")
    if isinstance(expected, Failure):
        return _failures(observed, expected)
    if isinstance(observed, Failure):
        return Difference(describe(expected), describe(observed), _why_raised(observed), True)
    if isinstance(expected, Tensor):
        return _tensors(observed, expected, tolerance)
    if isinstance(expected, Several):
        return _several(observed, expected, tolerance)
    return _plain(observed, expected, tolerance)


def describe(answer: Answer) -> str:
    """The answer in a few words and numbers."""
    match answer:
        case Tensor(kind, dtype, shape, values):
            if values is None:
                return f"a {kind} of shape {shape_text(shape)}, {dtype}"
            return f"{short(values)} (shape {shape_text(shape)}, {dtype})"
        case Plain(value):
            return repr(value) if isinstance(value, str) else number(value)
        case Several(kind, (item,)) if kind.startswith("entry "):
            return f"{kind.removeprefix('entry ')}: {describe(item)}"
        case Several(kind, (item,)) if kind.startswith("scalar "):
            return describe(item)
        case Several(kind, items):
            inner = ", ".join(describe(item) for item in items[:4])
            return f"{kind} of {len(items)}: {inner}" + (", …" if len(items) > 4 else "")
        case Failure(type_, message):
            return f"{type_}: {message}" if message else type_
        case Other(type_):
            return f"an object of type {type_}"


def _normalised(failure: Failure) -> tuple[str, str]:
    return failure.type, NAMES_AND_NUMBERS.sub("#", failure.message)[:MESSAGE_START]


def _failures(observed: Answer, expected: Failure) -> Difference | None:
    same = isinstance(observed, Failure) and _normalised(observed) == _normalised(expected)
    if same:
        return None
    return Difference(describe(expected), describe(observed), "Another error was expected.")


def _why_raised(failure: Failure) -> str:
    place = f" It happened in your {failure.line}." if failure.line else ""
    if failure.type == "NoGradient":
        return failure.message + place
    if failure.type == "ChangedArgument":
        return "Work on a copy: the caller still needs what it gave you." + place
    known = reason(failure)
    return f"{known or f'Your code raised {failure.type}.'}{place}"


def _tensors(observed: Answer, expected: Tensor, tolerance: Tolerance) -> Difference | None:
    wanted = describe(expected)
    if not isinstance(observed, Tensor):
        if isinstance(observed, Plain) and observed.value is None:
            why = "Nothing came back: is there a `return` on every path?"
        else:
            why = "Expected a TensorFlow tensor: compute it with TensorFlow's operations."
        return Difference(wanted, describe(observed), why)
    received = describe(observed)
    if observed.kind != expected.kind:
        why = (
            f"Expected a {expected.kind}, received a {observed.kind}: stay with TensorFlow's "
            "operations, so that gradients and graphs work."
        )
        return Difference(wanted, f"a {observed.kind}: {received}", why)
    if observed.shape != expected.shape:
        return Difference(wanted, received, _why_shape(observed.shape, expected.shape))
    if observed.dtype != expected.dtype:
        why = f"Expected dtype {expected.dtype}, received {observed.dtype}."
        return Difference(wanted, received, why)
    if expected.values is None:
        return None
    if observed.values is None:
        return Difference(wanted, received, "Its numbers did not come back.")
    return _values(observed, expected, tolerance)


def _why_shape(received: tuple[int | None, ...], expected: tuple[int | None, ...]) -> str:
    said = f"Expected shape {shape_text(expected)}, received {shape_text(received)}"
    if received == () and expected:
        return f"{said}: did you average or sum? One value per element is asked for."
    if len(expected) == 1 and received == expected * 2:
        return f"{said}: a (n,) and a (n, 1) tensor have broadcast to every pair."
    if received == (*expected, 1):
        return f"{said}: did you forget to reduce, or squeeze, the last axis?"
    if len(received) < len(expected):
        return f"{said}: did you reduce over an axis that should stay?"
    return f"{said}."


def _values(observed: Tensor, expected: Tensor, tolerance: Tolerance) -> Difference | None:
    assert observed.values is not None and expected.values is not None
    wrong = wrong_elements(observed.values, expected.values, tolerance, observed.dtype)
    if not wrong.any():
        return None
    where = tuple(int(i) for i in np.argwhere(wrong)[0])
    got, want = observed.values[where], expected.values[where]
    if np.isnan(got) and not np.isnan(want):
        why = "NaN came out: look for 0 / 0, ∞ − ∞ or the logarithm of a negative number."
    elif np.isinf(got) and not np.isinf(want):
        why = "An infinity came out: something overflows, or is divided by 0."
    elif wrong.size == 1:
        why = ""
    else:
        at = f" at index {list(where)}" if where else ""
        why = (
            f"{int(wrong.sum())} of {wrong.size} values differ; the first{at} is "
            f"{number(got)} instead of {number(want)}."
        )
    return Difference(describe(expected), describe(observed), why)


def wrong_elements(observed: Array, expected: Array, tolerance: Tolerance, dtype: str) -> Array:
    """Which elements are further apart than the error model allows (NaN agrees with NaN)."""
    if expected.dtype.kind in "bU" or observed.dtype.kind in "bU":
        return np.asarray(observed != expected)
    got, want = np.asarray(observed, "float64"), np.asarray(expected, "float64")
    with np.errstate(invalid="ignore"):
        near = np.abs(got - want) <= tolerance.allowed(want, dtype)
    return np.asarray(~(near | (got == want) | (np.isnan(got) & np.isnan(want))))


def _several(observed: Answer, expected: Several, tolerance: Tolerance) -> Difference | None:
    wanted, received = describe(expected), describe(observed)
    many, listed = len(expected.items), expected.kind in LISTS
    if not isinstance(observed, Several) or (observed.kind in LISTS) != listed:
        kind = "list or tuple" if listed else expected.kind
        return Difference(wanted, received, f"Expected a {kind} of {many}.")
    if not listed and observed.kind != expected.kind:
        return Difference(
            wanted, received, f"Expected: {expected.kind}. Received: {observed.kind}."
        )
    if len(observed.items) != many:
        why = f"Expected {many} items, received {len(observed.items)}."
        return Difference(wanted, received, why)
    for one, other in zip(observed.items, expected.items, strict=True):
        found = difference(one, other, tolerance)
        if found and one == Plain(None):
            return replace(found, why="None in it: was it left out, or does no gradient reach it?")
        if found:
            return found
    return None


def _plain(observed: Answer, expected: Answer, tolerance: Tolerance) -> Difference | None:
    same = observed == expected
    if isinstance(observed, Plain) and isinstance(expected, Plain):
        got, want = observed.value, expected.value
        # In Python True equals 1: here a truth value is no number.
        same = same and isinstance(got, bool) == isinstance(want, bool)
        numbers = isinstance(got, int | float) and isinstance(want, float)
        if numbers and not isinstance(got, bool):
            same = not wrong_elements(np.array(got), np.array(want), tolerance, "float32").any()
    return None if same else Difference(describe(expected), describe(observed), "")
