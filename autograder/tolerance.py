"""How far a right answer may be from the reference: a stated error model.

A reference is computed in float64, a candidate in float32 or another dtype, perhaps on a GPU. What
such hardware and another order of operations may add is

    noise = unit · √max(1, length / 64) · max(|expected|, scale / 100)

with `unit` 1e-5 for float32 where no products of matrices are involved (fast GPU functions, sums
in any order), 1e-3 where they are (TF32 keeps 10 bits of a factor), `length` the number of terms
summed, and `scale` the largest operand (differences of large numbers lose digits). Allowed is three
times the noise: an answer that is off by ten times the noise fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

UNITS = {"float64": 1e-5, "float32": 1e-5, "float16": 4e-3, "bfloat16": 3e-2}
PRODUCTS_UNIT = 1e-3
ALLOWED = 3.0

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Tolerance:
    """The error model of one answer.

    Args:
        scale: The largest operand, 0 or more.
        length: How many terms are summed into one number.
        products: Whether matrices are multiplied on the way.
    """

    scale: float = 0.0
    length: int = 1
    products: bool = False

    def noise(self, expected: Array, dtype: str = "float32") -> Array:
        """The error that right answers show, of `expected`'s shape; 0 for whole numbers."""
        if dtype not in UNITS:
            return np.zeros(np.shape(expected))
        unit = max(UNITS[dtype], PRODUCTS_UNIT) if self.products else UNITS[dtype]
        size = np.abs(np.nan_to_num(np.asarray(expected, "float64"), posinf=0.0, neginf=0.0))
        growth = np.sqrt(max(1.0, self.length / 64))
        return np.asarray(unit * growth * np.maximum(size, self.scale / 100))

    def allowed(self, expected: Array, dtype: str = "float32") -> Array:
        """The error that passes: three times the noise."""
        return ALLOWED * self.noise(expected, dtype)
