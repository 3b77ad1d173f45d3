"""Inputs for questions: small readable numbers, and seeded random ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
# One, two, three and four bytes in UTF-8.
LETTERS = list("abcxyz ÄéñßЖω漢字かな한🙂🚀")


@dataclass(frozen=True)
class Random:
    """Random numbers to be drawn later, so that every seed gives others."""

    shape: tuple[int, ...]
    kind: str
    low: float
    high: float
    dtype: str = "float32"

    def draw(self, rng: np.random.Generator) -> Array:
        """Draws values of the given shape and dtype."""
        drawn: Array
        if self.kind == "text":
            lengths = rng.integers(int(self.low), int(self.high) + 1, self.shape)
            words = ["".join(rng.choice(LETTERS, length)) for length in lengths.ravel()]
            return np.array(words, dtype=str).reshape(self.shape)
        if self.kind == "normal":
            drawn = rng.normal(self.low, self.high, self.shape)
        elif self.kind == "whole":
            drawn = rng.integers(int(self.low), int(self.high) + 1, self.shape)
        else:
            drawn = rng.uniform(self.low, self.high, self.shape)
        return drawn.astype(self.dtype)


def normal(*shape: int, mean: float = 0.0, scale: float = 1.0) -> Random:
    """Normal numbers of that shape, mean and standard deviation."""
    return Random(shape, "normal", mean, scale)


def uniform(*shape: int, low: float = 0.0, high: float = 1.0) -> Random:
    """Uniform numbers of that shape in [low, high)."""
    return Random(shape, "uniform", low, high)


def whole_numbers(*shape: int, low: int = 0, high: int = 9, dtype: str = "int32") -> Random:
    """Whole numbers of that shape from low to high, both included."""
    return Random(shape, "whole", low, high, dtype)


def text(*shape: int, low: int = 0, high: int = 8) -> Random:
    """Strings of low to high code points, which take one to four bytes each in UTF-8."""
    return Random(shape, "text", low, high)


@dataclass(frozen=True)
class Case:
    """One set of named inputs, some fixed, some random."""

    arrays: Mapping[str, Any]
    derived: Mapping[str, Any] = field(default_factory=dict)

    def draw(self, rng: np.random.Generator) -> dict[str, Array]:
        """Names to arrays: floats as float32, whole numbers as int32."""
        drawn = {}
        for name, value in self.arrays.items():
            if isinstance(value, Random):
                drawn[name] = value.draw(rng)
            else:
                array = np.asarray(value)
                kind = {"f": "float32", "i": "int32"}.get(array.dtype.kind)
                drawn[name] = array.astype(kind) if kind else array
        for name, (base, difference) in self.derived.items():
            drawn[name] = drawn[base] - drawn.pop(difference)
        return drawn


def case(**arrays: Any) -> Case:
    """One set of named inputs: lists of readable numbers, or `normal(…)`, `uniform(…)`.

    Examples:
        >>> case(z=[0.0, 1.0]).draw(np.random.default_rng(0))
        {'z': array([0., 1.], dtype=float32)}
    """
    return Case(arrays)


def pairs(errors: Sequence[float] | Random) -> Case:
    """Targets and predictions that are apart by the given errors: `y_true - y_pred = errors`.

    Examples:
        >>> pairs([0.5, -3.0]).draw(np.random.default_rng(0))
        {'y_true': array([1., 2.], dtype=float32), 'y_pred': array([0.5, 5. ], dtype=float32)}
    """
    targets: Any
    if isinstance(errors, Random):
        targets = normal(*errors.shape)
    else:
        targets = np.arange(1, np.size(errors) + 1, dtype="float32").reshape(np.shape(errors))
    return Case({"y_true": targets, "errors": errors}, derived={"y_pred": ("y_true", "errors")})
