"""The pictures of the autodiff chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course.diagrams import box, canvas
from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, new_figure

PALE, PLAIN = "#DCEBF5", "#F4F4F4"

# The worked example 3·w1² + 2·w1·w2 at (5, 3): where each result stands, its formula and value.
_PLACES: Mapping[str, tuple[float, float]] = {
    "w1": (0.9, 4.9),
    "w2": (0.9, 2.5),
    "a": (3.9, 5.3),
    "b": (6.9, 5.3),
    "c": (3.9, 2.7),
    "d": (6.9, 2.7),
    "z": (9.9, 4.0),
}
_FORMULAS = {"a": "a = w1²", "b": "b = 3·a", "c": "c = w1·w2", "d": "d = 2·c", "z": "z = b + d"}
_VALUES = {"w1": 5, "w2": 3, "a": 25, "b": 75, "c": 15, "d": 30, "z": 105}
# What each operation reads, and its local slope with respect to that.
_READS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "a": (("w1", 10),),
    "b": (("a", 3),),
    "c": (("w1", 3), ("w2", 5)),
    "d": (("c", 2),),
    "z": (("b", 1), ("d", 1)),
}
# One entry per step: the result at work, the slopes known afterwards, and a sentence.
_FORWARD: tuple[tuple[str, str], ...] = (
    ("a", "Forward: a = 5² = 25. The tape notes the operation, and that its slope is 2·w1 = 10."),
    ("b", "Forward: b = 3 · 25 = 75."),
    ("c", "Forward: c = 5 · 3 = 15. Two slopes are noted: 3 towards w1, and 5 towards w2."),
    ("d", "Forward: d = 2 · 15 = 30."),
    ("z", "Forward: z = 75 + 30 = 105. The tape is complete: five operations."),
)
_BACKWARD: tuple[tuple[str, dict[str, str], str], ...] = (
    ("", {"z": "1"}, "Backward: z changes 1 for 1 with itself. So its slope is 1."),
    ("z", {"b": "1", "d": "1"}, "Backward through b + d: a sum hands its slope on to both."),
    ("d", {"c": "2"}, "Backward through 2·c: 1 · 2 = 2."),
    ("c", {"w1": "6", "w2": "10"}, "Backward through w1·w2: 2 · 3 = 6 for w1, 2 · 5 = 10 for w2."),
    ("b", {"a": "3"}, "Backward through 3·a: 1 · 3 = 3."),
    ("a", {"w1": "6 + 30 = 36"}, "Backward through w1²: 3 · 10 = 30. Where two roads meet, add."),
)
STEPS = len(_FORWARD) + len(_BACKWARD)


def tape(step: int = STEPS) -> Figure:
    """Draw the forward pass, the tape and the backward pass of 3·w1² + 2·w1·w2, up to one step."""
    step = int(step)
    forward, backward = min(step, len(_FORWARD)), max(0, step - len(_FORWARD))
    known = ["w1", "w2", *(name for name, _ in _FORWARD[:forward])]
    slopes: dict[str, str] = {}
    for _, found, _ in _BACKWARD[:backward]:
        slopes.update(found)
    lit = _BACKWARD[backward - 1][0] if backward else _FORWARD[forward - 1][0]
    sentence = _BACKWARD[backward - 1][2] if backward else _FORWARD[forward - 1][1]
    used = {name for name, _, _ in _BACKWARD[:backward]}
    figure, axes = new_figure(width=10, height=5.8)
    canvas(axes, (-0.1, 11.3), (-0.35, 6.6))
    for result, read in _READS.items():
        for name, slope in read:
            _edge(axes, name, result, slope, result in known, result in used, result == lit)
    for name, place in _PLACES.items():
        face = ORANGE if name == lit else (PALE if name in known else "white")
        box(axes, place, (1.5, 0.72), _FORMULAS.get(name, name), face)
        if name in known:
            axes.text(place[0], place[1] + 0.53, f"{_VALUES[name]}", color=BLUE, **_NUMBER)
        if name in slopes:
            axes.text(place[0], place[1] - 0.56, slopes[name], color=RED, **_NUMBER)
    axes.text(7.95, 6.25, "above a box: its value", color=BLUE, fontsize=11.5)
    axes.text(7.95, 5.85, "below it: the slope of z", color=RED, fontsize=11.5)
    axes.text(-0.05, 1.0, "the tape:", va="center", fontsize=12, weight="bold")
    for i, name in enumerate(_FORMULAS):
        face = ORANGE if name == lit else (PALE if name in known else "white")
        corner = (1.5 + 1.75 * i, 0.7)
        axes.add_patch(Rectangle(corner, 1.75, 0.6, facecolor=face, edgecolor=BLACK, lw=1))
        word = _FORMULAS[name] if name in known else ""
        axes.text(corner[0] + 0.875, 1.0, word, ha="center", va="center", fontsize=11.5)
    axes.text(-0.05, 0.05, f"{step}. {sentence}", fontsize=12.5)
    axes.set_title("The tape of z = 3·w1² + 2·w1·w2 at w1 = 5, w2 = 3")
    return figure


_NUMBER: Any = {"ha": "center", "va": "center", "fontsize": 13, "weight": "bold"}


def _edge(axes: Axes, start: str, end: str, slope: int, done: bool, back: bool, lit: bool) -> None:
    """An arrow from what is read to what is made; with its local slope once that is noted."""
    (x0, y0), (x1, y1) = _PLACES[start], _PLACES[end]
    shift = 0.12 * np.sign(y1 - y0) if abs(y1 - y0) > 1 else 0.0
    begin, finish = (x0 + 0.78, y0 + shift), (x1 - 0.78, y1 - shift)
    colour = RED if back else (BLACK if done else "#BBBBBB")
    look = {"arrowstyle": "<|-" if back else "-|>", "color": colour, "lw": 2.4 if lit else 1.4}
    axes.annotate("", finish, begin, arrowprops=look)
    if done:
        middle = ((begin[0] + finish[0]) / 2, (begin[1] + finish[1]) / 2)
        axes.text(
            *middle,
            f"×{slope}",
            ha="center",
            va="center",
            fontsize=11.5,
            color=colour,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"},
        )


def tangents(point: float = 5.0) -> Figure:
    """Draw 3·w1² + 6·w1 with a family of tangents, one of them marked, and the slopes beside it."""
    w = np.linspace(-8.0, 8.0, 321)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.2)
    for at in np.arange(-7.0, 8.0, 1.0):
        left.plot(w, _tangent(w, at), "-", color=GREY, lw=0.7, alpha=0.8)
    left.plot(w, _slice(w), "-", color=BLUE, label="f(w1, 3)")
    slope = 6 * point + 6
    left.plot(w, _tangent(w, point), "--", color=RED, label=f"tangent at {point:g}")
    left.plot([point], [_slice(point)], "o", color=RED, ms=8, zorder=3)
    left.set(title="The curve, and its tangents", ylabel="f(w1, 3)", ylim=(-60, 240))
    left.legend(loc="upper center")
    right.plot(w, 6 * w + 6, "-", color=BLUE)
    right.axhline(0.0, color=GREY, lw=1)
    right.vlines([point], 0, slope, color=RED, linestyles="--")
    right.plot([point], [slope], "o", color=RED, ms=8, zorder=3)
    right.set(title=f"Their slopes: {slope:g} at w1 = {point:g}", ylabel="slope, 6·w1 + 6")
    for axes in (left, right):
        axes.set(xlabel="w1 (no unit)", xticks=range(-8, 9, 4))
    return figure


def _slice(w1: Any) -> Any:
    """The worked example along w2 = 3."""
    return 3 * w1**2 + 6 * w1


def _tangent(w1: Any, at: float) -> Any:
    return _slice(at) + (6 * at + 6) * (w1 - at)


def step_sizes() -> Figure:
    """Draw how far finite differences of the worked example miss 36, for steps of many sizes."""
    figure, axes = new_figure(width=8, height=4.2)
    for name, kind, colour, mark, dashes in (
        ("32 bits", np.float32, RED, "s", "--"),
        ("64 bits", np.float64, BLUE, "o", "-"),
    ):
        steps = 10.0 ** np.arange(-15.0, 0.25, 0.5)
        w1, w2 = kind(5.0), kind(3.0)
        errors = []
        for step in steps.astype(kind):
            moved = kind(w1 + step)
            change = (3 * moved * moved + 2 * moved * w2) - (3 * w1 * w1 + 2 * w1 * w2)
            errors.append(abs(float(change / step) - 36.0))
        axes.plot(steps, errors, f"{mark}{dashes}", color=colour, ms=5, label=name)
    axes.axhline(36.0, color=GREY, lw=1, ls=":")
    axes.text(1e-15, 70.0, "36: the difference comes out as 0", color="#555555", fontsize=10.5)
    axes.set(xscale="log", yscale="log", xlabel="step ε (no unit)", ylabel="distance from 36")
    axes.set(title="Too large a step bends, too small a step drowns in rounding", ylim=(1e-8, 1e3))
    axes.legend(loc="lower right")
    return figure


def breaking(
    title: str,
    curves: Mapping[str, tuple[ArrayLike, ArrayLike, ArrayLike]],
    logarithmic: bool = False,
) -> Figure:
    """Draw value (left) and slope (right) of several forms of a function; gaps where not finite.

    Args:
        title: what the forms compute.
        curves: name → (x, value, slope), arrays of one shape; the first is drawn broad and pale.
        logarithmic: whether all axes are.
    """
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.0, title=title)
    looks = ((ORANGE, "-", 6.0), (BLUE, "-", 2.2), (RED, "--", 2.2))
    for (name, (x, *both)), (colour, dashes, width) in zip(curves.items(), looks, strict=False):
        for axes, numbers in zip((left, right), both, strict=True):
            finite = np.where(np.isfinite(numbers), numbers, np.nan)
            alpha = 0.55 if width > 3 else 1.0
            axes.plot(x, finite, dashes, color=colour, lw=width, alpha=alpha, label=name)
            broken = ~np.isfinite(np.asarray(numbers))
            if broken.any():
                where = np.asarray(x)[broken]
                axes.axvspan(where.min(), where.max(), color=RED, alpha=0.12, lw=0)
    left.set(title="Value", ylabel="f(x) (no unit)")
    right.set(title="Slope", ylabel="df / dx")
    left.legend(loc="upper left")
    for axes in (left, right):
        axes.set_xlabel("x (no unit)")
        if logarithmic:
            axes.set(xscale="log", yscale="log")
    return figure


def motion(time: ArrayLike, parts: Mapping[str, tuple[ArrayLike, str]]) -> Figure:
    """Draw quantities over time side by side: name → (values, unit)."""
    figure, all_axes = new_figure(columns=len(parts), width=10, height=3.5)
    looks = ((BLUE, "-"), (GREEN, "-."), (RED, "--"))
    for axes, (name, (values, unit)), look in zip(all_axes, parts.items(), looks, strict=False):
        axes.plot(time, values, look[1], color=look[0])
        axes.set(title=name, xlabel="time (s)", ylabel=unit)
        axes.set_ylim(0, 1.15 * float(np.max(values)))
    return figure


def saliency(pictures: Sequence[tuple[str, ArrayLike]], maps: Mapping[str, ArrayLike]) -> Figure:
    """Draw some pictures, and beside them maps of how much each pixel counts."""
    figure, all_axes = new_figure(columns=len(pictures) + len(maps), width=12, height=2.7)
    places = iter(all_axes)
    for title, picture in pictures:
        axes = next(places)
        axes.imshow(np.asarray(picture), cmap="gray")
        axes.set_title(title)
    top = max(float(np.max(one)) for one in maps.values())
    image = None
    for title, one in maps.items():
        axes = next(places)
        image = axes.imshow(np.asarray(one), cmap="viridis", vmin=0.0, vmax=top)
        axes.set_title(title)
    for axes in all_axes:
        axes.set(xlabel="column", xticks=(0, 4, 8), yticks=(0, 4, 8))
        axes.grid(False)
    all_axes[0].set_ylabel("row")
    # Inside the axes' own frame: beside square pictures another would be as tall as the figure.
    scale = all_axes[-1].inset_axes((1.06, 0.0, 0.07, 1.0))
    figure.colorbar(image, cax=scale, label="mean |d score / d pixel|")
    return figure


def smoothing(
    points: tuple[ArrayLike, ArrayLike], grid: ArrayLike, fits: Mapping[str, Any]
) -> Figure:
    """Draw points and fitted curves (left) and the curves' slopes (right).

    Args:
        points: x and y of the data.
        grid: where the curves are given, ascending.
        fits: name → (heights, slopes) over the grid.
    """
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.0)
    left.plot(*points, "o", color=GREY, ms=5, label="point")
    looks = ((RED, "--"), (BLUE, "-"))
    for (name, (heights, slopes)), (colour, dashes) in zip(fits.items(), looks, strict=False):
        left.plot(grid, heights, dashes, color=colour, label=name)
        right.plot(grid, slopes, dashes, color=colour, label=name)
    left.set(title="The fitted curves", xlabel="x (no unit)", ylabel="y (units of y)")
    right.set(title="Their slopes", xlabel="x (no unit)", ylabel="dy / dx")
    left.legend(loc="upper left")
    return figure
