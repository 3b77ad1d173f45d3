"""Examples to be split and drawn from in the chapter's exercises, and what may go wrong with them.

They are whole numbers, no two alike, so that an example is known again wherever it turns up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from autograder.questions.base import Setting

Array = np.ndarray[Any, Any]
Parts = Iterable[tuple[Array, Array]]


def examples(setting: Setting, n: int, *, column: bool = True) -> tuple[Array, Array]:
    """Inputs (n, 2) and targets (n, 1) or (n,); the first feature alone tells examples apart."""
    rng = np.random.default_rng([setting.seed, 61, n])
    inputs = np.stack([rng.permutation(900)[:n], rng.integers(0, 900, n)], axis=1)
    targets = rng.permutation(900)[:n]
    return inputs, targets.reshape(n, 1) if column else targets


def given(setting: Setting, n: int, *, column: bool = True) -> list[Array]:
    """The same as fresh arrays of floats, as a candidate gets them."""
    return [array.astype(setting.precision) for array in examples(setting, n, column=column)]


def whole(part: Any) -> Any:
    """The whole numbers in an array or a tensor; anything else as it is."""
    if isinstance(part, np.ndarray | tf.Tensor):
        return np.rint(np.asarray(part)).astype("int64")
    return part


def pair(answer: Any) -> Any:
    """The two arrays of a pair, or a few words where it is none."""
    if isinstance(answer, tuple | list) and len(answer) == 2:
        return [whole(one) for one in answer]
    many = f" of {len(answer)}" if isinstance(answer, tuple | list) else ""
    return f"{type(answer).__name__}{many}"


def shapes(arrays: Iterable[Any]) -> str:
    """The arrays' shapes, in words for the card."""
    return ", ".join(str(getattr(one, "shape", type(one).__name__)) for one in arrays)


def row(numbers: Any) -> tuple[int, ...]:
    """One example's inputs or targets, to be looked up."""
    return tuple(int(one) for one in np.ravel(numbers))


def how_many(found: int, total: int) -> str:
    """In words, as it is chance that sets the number."""
    return "none" if not found else "all" if found == total else "some"


def faults(parts: Parts, inputs: Array, targets: Array) -> dict[str, str]:
    """What is wrong with parts that should be made of the examples."""
    known = {row(x): row(y) for x, y in zip(inputs, targets, strict=True)}
    found = [
        (row(x), row(y))
        for xs, ys in parts
        for x, y in zip(np.atleast_1d(xs), np.atleast_1d(ys), strict=False)
    ]
    strange = sum(x not in known for x, _ in found)
    torn = sum(x in known and known[x] != y for x, y in found)
    return {
        "examples that are none of mine": how_many(strange, len(found)),
        "examples that have another one's target": how_many(torn, len(found)),
    }


def left_alone(n: int, call: Callable[..., Any]) -> dict[str, Any]:
    """Scene and work of a question: does `call(candidate, inputs, targets)` change the arrays?"""
    names = ("inputs", "targets")

    def scene(candidate: Any, setting: Setting) -> dict[str, Array]:
        arrays = given(setting, n)
        call(candidate, *arrays)
        return {name: whole(array) for name, array in zip(names, arrays, strict=True)}

    def work(told: Mapping[str, Any], setting: Setting) -> dict[str, str]:
        before = zip(names, examples(setting, n), strict=True)
        return {
            f"{name} after the call": "as before" if np.array_equal(told[name], old) else "changed"
            for name, old in before
        }

    return {"scene": scene, "work": work}
