"""The pictures of the layers chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course.diagrams import arrow, box, canvas
from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, new_figure

PALE, PLAIN = "#DCEBF5", "#F4F4F4"

# What happens at each moment: the boxes that are at work, the weights, and a sentence.
_MOMENTS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((), "no weights", "layer = Weigh(): the layer exists and knows nothing of its input."),
    (("__call__",), "no weights", "layer(x): Keras' own __call__ takes over, not your call."),
    (("built?",), "no weights", "First question: has this layer been built? Not yet."),
    (("build",), "factor (3,)", "So Keras runs your build((2, 3)) once; it makes the weight."),
    (("call",), "factor (3,)", "Then your call(x) computes with it, and the result goes back."),
    (("__call__",), "factor (3,)", "The second layer(x): __call__ again …"),
    (("built?",), "factor (3,)", "… and the same question. This time: yes."),
    (("call",), "factor (3,)", "So build is passed over, and call(x) runs at once, as ever after."),
)


def calling(moment: int = 4) -> Figure:
    """Draw what `layer(x)` does, the boxes lit that are at work at one moment, from 1 to 8."""
    lit, weights, sentence = _MOMENTS[int(moment) - 1]
    figure, axes = new_figure(width=9, height=3.9)
    canvas(axes, (0, 10), (0, 4.2))
    boxes = {"__call__": (2.0, 2.0), "built?": (4.2, 2.0), "build": (6.0, 3.3), "call": (7.6, 2.0)}
    words = {"build": "build(shape)\nyours, once", "call": "call(x)\nyours, always"}
    words["__call__"] = "__call__\nKeras' own"
    for name, place in boxes.items():
        colour = ORANGE if name in lit else PLAIN
        box(axes, place, (1.7, 0.9), words.get(name, name), colour, name in lit)
    for start, end in (
        ((0.6, 2.0), (1.15, 2.0)),
        ((2.85, 2.0), (3.35, 2.0)),
        ((5.05, 2.0), (6.75, 2.0)),
    ):
        arrow(axes, start, end)
    for start, end in (
        ((4.4, 2.5), (5.1, 3.2)),
        ((6.9, 3.2), (7.6, 2.5)),
        ((8.45, 2.0), (8.9, 2.0)),
    ):
        arrow(axes, start, end)
    for place, word in (((0.3, 2.0), "x"), ((9.4, 2.0), "outputs"), ((4.5, 3.0), "no")):
        axes.text(*place, word, ha="center", va="center", fontsize=12)
    axes.text(5.8, 2.15, "yes", ha="center", fontsize=12)
    axes.text(0.1, 3.75, f"layer.weights: {weights}", fontsize=12, color=BLUE, weight="bold")
    axes.text(0.1, 0.55, f"{int(moment)}. {sentence}", fontsize=12)
    axes.set_title("What happens in layer(x), for x of shape (2, 3)")
    return figure


def scales(x: ArrayLike, y: ArrayLike, grid: ArrayLike, fits: Mapping[str, ArrayLike]) -> Figure:
    """Draw targets of very different size and curves fitted to them, on two kinds of axis."""
    figure, (left, right) = new_figure(columns=2, width=9.5)
    for axes in (left, right):
        axes.plot(np.ravel(x), np.ravel(y), ".", color=GREY, alpha=0.5, label="target")
        looks = zip((RED, BLUE), ("--", "-"), fits.items(), strict=False)
        for colour, dashes, (name, curve) in looks:
            values = np.ravel(curve)
            shown = np.where(values > 0, values, np.nan) if axes is right else values
            axes.plot(np.ravel(grid), shown, dashes, color=colour, label=name)
        axes.set(xlabel="x", ylabel="y (units of y)")
    left.set_title("Ordinary axis: the small targets vanish")
    right.set_yscale("log")
    right.set_title("Each step up is a factor of ten")
    right.legend(loc="upper left")
    return figure


def gradient_sizes(sizes: Mapping[str, Sequence[float]]) -> Figure:
    """Draw the size of the gradient that reaches each layer of a deep network, first layer left."""
    figure, axes = new_figure(width=7, height=3.8)
    for colour, mark, (name, values) in zip((RED, BLUE), "so", sizes.items(), strict=False):
        axes.plot(range(1, len(values) + 1), values, f"{mark}-", color=colour, label=name)
    axes.set_yscale("log")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set(xlabel="hidden layer (1 = next to the inputs)", ylabel="norm of the gradient")
    axes.set_title("How much of the error's signal reaches each layer, before training")
    axes.legend()
    return figure


def residual_network(times: int = 4) -> Figure:
    """Draw a residual network (top) whose first block is used several times, and one block (below)."""
    figure, axes = new_figure(width=10, height=4.9)
    canvas(axes, (-0.2, 12), (0, 5.4))
    stations = ["Dense\n30", *["A"] * int(times), "B", "Dense\nlinear"]
    step = 11.0 / len(stations)
    colours = {"A": SKY, "B": ORANGE}
    for i, word in enumerate(stations):
        x = 0.9 + step * (i + 0.35)
        block = word in colours
        box(axes, (x, 4.1), (0.52 * step, 0.75), word, colours.get(word, PLAIN), block)
        arrow(axes, (x - 0.72 * step, 4.1), (x - 0.27 * step, 4.1))
        if block:
            _arc(axes, (x - 0.5 * step, 4.1), (x + 0.48 * step, 4.1), -0.95)
    axes.text(0.0, 4.1, "x", ha="center", va="center", fontsize=12)
    axes.set_title(
        f"A residual network: block A, the same weights, {int(times)} times, then block B"
    )
    axes.plot([0.3, 11.7], [2.85, 2.85], color="#CCCCCC", lw=1)
    axes.text(0.3, 2.45, "Inside a block", fontsize=12, weight="bold")
    for x, word in ((3.3, "Dense"), (5.1, "activation"), (6.9, "Dense"), (8.7, "activation")):
        box(axes, (x, 1.1), (1.3, 0.8), word, PLAIN, False)
    for start, end in (
        (1.0, 2.65),
        (3.95, 4.45),
        (5.75, 6.25),
        (7.55, 8.05),
        (9.35, 9.95),
        (10.45, 11.2),
    ):
        arrow(axes, (start, 1.1), (end, 1.1))
    _arc(axes, (1.6, 1.1), (10.2, 1.35), -0.26, RED)
    axes.text(10.2, 1.08, "+", ha="center", va="center", fontsize=20, color=RED, weight="bold")
    axes.text(4.4, 2.42, "the skip: x, untouched", color=RED, fontsize=12)
    axes.text(0.75, 1.1, "x", ha="center", va="center", fontsize=12)
    axes.text(6.0, 0.32, "the stack: what to add to x", ha="center", fontsize=12)
    axes.text(11.6, 1.1, "out", ha="center", va="center", fontsize=12)
    return figure


def learning_curves(curves: Mapping[str, Mapping[str, Sequence[float]]]) -> Figure:
    """Draw curves over the epochs: one pair of axes per quantity, one line per model in it."""
    figure, all_axes = new_figure(columns=len(curves), width=9.5, height=3.8)
    for axes, (quantity, lines) in zip(np.atleast_1d(all_axes), curves.items(), strict=True):
        looks = zip((RED, BLUE), ("--", "-"), lines.items(), strict=False)
        for colour, dashes, (name, values) in looks:
            axes.plot(range(1, len(values) + 1), values, dashes, color=colour, label=name)
        axes.set_yscale("log")
        axes.set(title=quantity, xlabel="epoch", ylabel="mean squared error")
        axes.xaxis.get_major_locator().set_params(integer=True)
    np.atleast_1d(all_axes)[0].legend()
    return figure


def rolls(
    points: ArrayLike, along: ArrayLike, readings: Mapping[str, ArrayLike], azimuth: float = -70.0
) -> Figure:
    """Draw points on a rolled-up sheet, and what several networks' hidden layers tell of them.

    Args:
        points: the points, (n, 3).
        along: how far along the sheet each point lies, (n,) or (n, 1), in radians.
        readings: name → the points as read from a hidden layer, (n, 3).
        azimuth: from where to look, in degrees round the upright axis.
    """
    truth = np.asarray(points)
    figure, all_axes = new_figure(
        columns=1 + len(readings), width=11, height=4.2, subplot_kw={"projection": "3d"}
    )
    clouds: list[tuple[str, Any, Any, dict[str, Any]]] = [
        ("The points themselves", truth, np.ravel(along), {"cmap": "viridis"})
    ]
    for name, reading in readings.items():
        missed = np.linalg.norm(np.asarray(reading) - truth, axis=1)
        look = {"cmap": "cividis_r", "vmin": 0.0, "vmax": 2.0}
        clouds.append((f"Read from the hidden layer, {name}", np.asarray(reading), missed, look))
    for axes, (title, cloud, colours, look) in zip(all_axes, clouds, strict=True):
        image = axes.scatter(*cloud[::2].T, c=colours[::2], s=5, alpha=1.0, **look)
        axes.view_init(elev=12.0, azim=azimuth)
        axes.set(xlim=(-15, 15), ylim=(0, 21), zlim=(-15, 15), xticks=(-10, 0, 10))
        axes.set(yticks=(0, 20), zticks=(-10, 0, 10), xlabel="across", ylabel="axis", zlabel="up")
        axes.set_title(title, fontsize=11)
        axes.set_box_aspect((1, 1, 1), zoom=0.88)
        if axes is all_axes[0] or axes is all_axes[-1]:
            words = (
                "target (radians)" if axes is all_axes[0] else "missed by (units of x; 2 or more)"
            )
            figure.colorbar(image, ax=axes, label=words, location="bottom", shrink=0.8)
    return figure


def topologies() -> Figure:
    """Draw four ways to connect layers: a stack, branches, heads, a residual connection."""
    figure, all_axes = new_figure(columns=4, width=10, height=3.6)
    shapes: dict[str, tuple[dict[Any, tuple[float, float]], list[Any], list[Any]]] = {
        "Stack": ({1: (1, 1), 2: (1, 2), 3: (1, 3)}, [(1, 2), (2, 3)], []),
        "Branches": (
            {1: (1, 1), 2: (0.45, 2), 3: (1.55, 2), 4: (1, 3)},
            [(1, 2), (1, 3), (2, 4), (3, 4)],
            [],
        ),
        "Heads": ({1: (1, 1), 2: (1, 2), 3: (0.45, 3), 4: (1.55, 3)}, [(1, 2), (2, 3), (2, 4)], []),
        "Residual": ({1: (1, 1), 2: (1, 2), "+": (1, 3)}, [(1, 2), (2, "+")], [(1, "+")]),
    }
    for axes, (title, (places, edges, skips)) in zip(all_axes, shapes.items(), strict=True):
        canvas(axes, (0, 2), (0.4, 3.75))
        for name, place in places.items():
            word, colour = ("+", PLAIN) if name == "+" else ("layer", PALE)
            box(axes, place, (0.85, 0.46), word, colour, name == "+")
        for start, end in edges:
            (x0, y0), (x1, y1) = places[start], places[end]
            arrow(axes, (x0, y0 + 0.25), (x1, y1 - 0.25))
        for start, end in skips:
            (x0, y0), (x1, y1) = places[start], places[end]
            _arc(axes, (x0 + 0.45, y0), (x1 + 0.45, y1), 0.6, RED)
        axes.set_title(title)
    return figure


def normalised(scale: float = 1.0, shift: float = 0.0) -> Figure:
    """Draw one example before (scaled and shifted as told) and after layer normalisation."""
    example = scale * np.array([1.0, 2.0, 3.0, 6.0]) + shift
    mean, spread = example.mean(), example.std()
    figure, (left, right) = new_figure(columns=2, width=9, height=3.8)
    after = (example - mean) / np.sqrt(spread**2 + 1e-3)
    bands = ((left, example, mean, spread), (right, after, after.mean(), after.std()))
    for axes, values, middle, width in bands:
        axes.axhspan(middle - width, middle + width, color=SKY, alpha=0.25, lw=0)
        axes.axhline(middle, color=RED, ls="--", lw=1.8)
        axes.bar(range(1, 5), values, width=0.5, color=BLUE)
        axes.axhline(0, color=BLACK, lw=0.8)
        axes.set(xlabel="feature", xticks=range(1, 5))
    left.set_title(f"Before: mean {mean:.2f}, standard deviation {spread:.2f}")
    left.set(ylabel="value (any unit)", ylim=(-12, 32))
    right.set_title(f"After: mean {abs(after.mean()):.2f}, standard deviation {after.std():.2f}")
    right.set(ylabel="value (no unit)", ylim=(-2.2, 2.2))
    return figure


def which_axis() -> Figure:
    """Draw a batch as a grid, and the cells that batch and layer normalisation average over."""
    figure, all_axes = new_figure(columns=2, width=8, height=3.2)
    titles = "Batch normalisation: one feature, all examples", "Layer normalisation: one example"
    for axes, title, colour in zip(all_axes, titles, (ORANGE, GREEN), strict=True):
        canvas(axes, (-0.6, 5.1), (-0.75, 4.1))
        for row in range(4):
            for column in range(5):
                inside = column == 2 if colour == ORANGE else row == 2
                look = {"facecolor": colour if inside else PLAIN, "edgecolor": GREY}
                axes.add_patch(Rectangle((column, row), 0.94, 0.9, **look))
        axes.text(2.5, -0.5, "features", ha="center", fontsize=12)
        axes.text(-0.35, 2.0, "examples", va="center", ha="center", rotation=90, fontsize=12)
        axes.set_title(title)
    return figure


def _arc(axes: Axes, start: Any, end: Any, bend: float, colour: str = BLACK) -> None:
    look = {"arrowstyle": "-|>", "color": colour, "lw": 1.6}
    axes.annotate("", end, start, arrowprops={**look, "connectionstyle": f"arc3,rad={bend}"})
