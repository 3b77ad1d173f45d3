"""Boxes and arrows on an empty canvas, for diagrams of tensors, layers, tapes and graphs."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from course.figures import BLACK

Pair = tuple[float, float]


def canvas(axes: Axes, across: Pair, up: Pair) -> None:
    """Axes without axes, from and to these coordinates."""
    axes.set(xlim=across, ylim=up)
    axes.axis("off")


def box(axes: Axes, at: Pair, size: Pair, word: str, colour: str, bold: bool = False) -> None:
    """A box with round corners around its centre, and a word in it; bold ones stand out."""
    (x, y), (width, height) = at, size
    look: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=0.1", "edgecolor": BLACK}
    corner, edge = (x - width / 2, y - height / 2), 2 if bold else 1
    axes.add_patch(FancyBboxPatch(corner, width, height, facecolor=colour, lw=edge, **look))
    weight = "bold" if bold else "normal"
    axes.text(x, y, word, ha="center", va="center", fontsize=11, weight=weight, zorder=3)


def arrow(axes: Axes, start: Pair, end: Pair) -> None:
    """A straight arrow."""
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": BLACK, "lw": 1.4})
