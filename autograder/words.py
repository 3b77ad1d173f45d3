"""Numbers, shapes and arrays in short readable words."""

from __future__ import annotations

from typing import Any

import numpy as np

SHOWN = 6


def number(value: Any) -> str:
    """A number with at most four significant digits: `0.125`, `3e+08`, `nan`; a text in quotes."""
    value = np.asarray(value).item()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    # Plus 0.0: a zero has no sign for readers.
    return f"{value + 0.0:.4g}" if isinstance(value, float) else repr(value)


def points_text(points: float) -> str:
    """Points without needless zeros: `2`, `1.33`."""
    return f"{round(points, 2):g}"


def shape_text(shape: tuple[int | None, ...]) -> str:
    """A shape as Python writes it, with `…` for an unknown size."""
    inner = ", ".join("…" if size is None else str(size) for size in shape)
    return f"({inner},)" if len(shape) == 1 else f"({inner})"


def short(array: Any) -> str:
    """The first few numbers of an array, nested as its axes are."""
    array = np.asarray(array)
    if array.ndim == 0:
        return number(array)
    items = [short(item) for item in array[:SHOWN]]
    more = ", …" if len(array) > SHOWN else ""
    return f"[{', '.join(items)}{more}]"
