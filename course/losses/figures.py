"""The pictures of the losses chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike, NDArray

from course.data import NoisyLine, noisy_line
from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, new_figure

Array = NDArray[Any]


def losses_against_error(threshold: float = 1.0) -> Figure:
    """Draw squared, absolute and Huber loss (left) and their slopes (right) against the error."""
    error = np.linspace(-4.0, 4.0, 401)
    small = np.abs(error) <= threshold
    distance = np.abs(error)
    huber = np.where(small, error**2 / 2, threshold * distance - threshold**2 / 2)
    huber_slope = np.clip(error, -threshold, threshold)
    figure, (left, right) = new_figure(columns=2, width=9)
    for name, colour, dashes, loss, slope in (
        ("half the square", RED, "--", error**2 / 2, error),
        ("absolute", GREEN, "-.", distance, np.sign(error)),
        (f"Huber, threshold {threshold:g}", BLUE, "-", huber, huber_slope),
    ):
        left.plot(error, loss, dashes, color=colour, label=name)
        right.plot(error, slope, dashes, color=colour)
    for axes in (left, right):
        axes.axvspan(-threshold, threshold, color=SKY, alpha=0.18, lw=0)
        axes.set_xlabel("error, prediction − target (units of y)")
    left.set(title="Loss", ylabel="loss of one example (units of y or y²)", ylim=(-0.2, 6.0))
    left.legend(loc="upper center")
    right.set(title="Slope: how hard one example pulls", ylabel="d loss / d prediction")
    return figure


def fits(data: NoisyLine, lines: Mapping[str, tuple[float, float]]) -> Figure:
    """Draw the points, and the lines (slope, bias) fitted to them; on the right without outliers."""
    figure, (left, right) = new_figure(columns=2, width=9)
    ends = np.array([-1.0, 1.0])
    for axes in (left, right):
        axes.plot(*_points(data, ~data.is_outlier), "o", color=GREY, ms=4, alpha=0.6, label="point")
        if axes is left and data.is_outlier.any():
            points = _points(data, data.is_outlier)
            axes.plot(*points, "x", color=BLACK, ms=7, mew=1.5, label="outlier")
        truth = data.slope * ends + data.bias
        axes.plot(ends, truth, "-", color=BLACK, lw=1.2, label="truth")
        looks = zip((RED, GREEN, BLUE), ("--", "-.", "-"), lines.items(), strict=False)
        for colour, dashes, (name, (slope, bias)) in looks:
            axes.plot(ends, slope * ends + bias, dashes, color=colour, label=name)
        axes.set(xlabel="x", ylabel="y (units of y)")
    left.set_title("All the points")
    right.set_title("Closer: the points that are no outliers")
    handles, names = left.get_legend_handles_labels()
    figure.legend(handles, names, loc="outside lower center", ncols=len(names))
    return figure


def fits_by_outlier(outlier_size: float = 30.0) -> Figure:
    """Fit lines to the same points under three losses while the outliers move away."""
    data = noisy_line(outlier_size=outlier_size)
    kinds = {"squared": np.inf, "absolute": 1e-4, "Huber": 1.0}
    return fits(data, {name: robust_line(data.x, data.y, at) for name, at in kinds.items()})


def robust_line(x: ArrayLike, y: ArrayLike, threshold: float) -> tuple[float, float]:
    """Return slope and bias that minimise the Huber loss, by least squares with changing weights.

    An infinite threshold gives least squares, a tiny one least absolute errors.

    >>> slope, bias = robust_line([0.0, 1.0, 2.0], [1.0, 3.0, 5.0], threshold=np.inf)
    >>> round(slope, 6), round(bias, 6)
    (2.0, 1.0)
    """
    inputs, targets = np.ravel(x).astype(float), np.ravel(y).astype(float)
    design = np.stack([inputs, np.ones_like(inputs)], axis=1)  # (n, 2)
    weight, solution = np.ones_like(targets), np.zeros(2)
    for _ in range(100):
        solution = np.linalg.solve(
            design.T @ (design * weight[:, None]), design.T @ (targets * weight)
        )
        distance = np.abs(targets - design @ solution)
        weight = np.minimum(1.0, threshold / np.maximum(distance, 1e-9))
    return float(solution[0]), float(solution[1])


def broadcast_grid(targets: Sequence[float], predictions: Sequence[float]) -> Figure:
    """Draw the n errors that were meant beside the n × n errors that broadcasting makes."""
    y, p = np.asarray(targets, float), np.asarray(predictions, float)
    n = len(y)
    figure, (left, right) = new_figure(columns=2, width=7, height=3.9, width_ratios=(1, 2.2))
    meant, made = (y - p)[:, None], y[None, :] - p[:, None]
    limit = max(1.0, np.abs(made).max())
    for axes, grid in ((left, meant), (right, made)):
        axes.imshow(grid**2, cmap="Blues", vmin=0, vmax=1.6 * limit**2, aspect="equal")
        for (row, column), value in np.ndenumerate(grid):
            wanted = axes is left or row == column
            text = {
                "weight": "bold" if wanted else "normal",
                "color": BLACK if wanted else "#333333",
            }
            axes.text(column, row, f"{value**2:g}", ha="center", va="center", **text)
            if wanted:
                corner = (column - 0.46, row - 0.46)
                frame = Rectangle(corner, 0.92, 0.92, fill=False, edgecolor=RED, linewidth=2)
                axes.add_patch(frame)
        axes.set_yticks(range(n), [f"{value:g}" for value in p])
        axes.set_ylabel("prediction of the row")
        axes.grid(False)
    left.set_xticks([0], ["its own"])
    left.set(title=f"(n, 1) − (n, 1): mean {np.mean(meant**2):g}", xlabel="target")
    right.set_xticks(range(n), [f"{value:g}" for value in y])
    right.set(title=f"(n,) − (n, 1): mean {np.mean(made**2):g}", xlabel="target of the column")
    return figure


def pinball(quantile: float = 0.9) -> Figure:
    """Draw the pinball loss of one quantile and its slope against e = target − prediction."""
    error = np.linspace(-3.0, 3.0, 301)
    figure, (left, right) = new_figure(columns=2, width=9, height=3.6)
    left.plot(error, np.maximum(quantile * error, (quantile - 1) * error), color=BLUE)
    left.set(title=f"Pinball loss, quantile {quantile:g}", ylabel="loss (units of y)")
    right.plot(
        error[error < 0], np.full(150, 1 - quantile), "--", color=RED, label="guess too high"
    )
    right.plot(error[error > 0], np.full(150, -quantile), "-", color=BLUE, label="guess too low")
    right.set(title="Its slope", ylabel="d loss / d prediction", ylim=(-1.1, 1.1))
    right.legend(loc="upper right")
    for axes in (left, right):
        axes.axvline(0.0, color=GREY, lw=1)
        axes.set_xlabel("e = target − prediction (units of y)")
    return figure


def softplus_and_relu() -> Figure:
    """Draw softplus beside ReLU, and how far apart they are."""
    z = np.linspace(-6.0, 6.0, 301)
    figure, axes = new_figure(width=6, height=3.5)
    axes.plot(z, np.logaddexp(0.0, z), "-", color=BLUE, label="softplus")
    axes.plot(z, np.maximum(z, 0.0), "--", color=RED, label="ReLU")
    axes.plot([0.0], [np.log(2.0)], "o", color=BLUE)
    axes.annotate("log 2 ≈ 0.69", (0.0, np.log(2.0)), (-3.6, 1.5), arrowprops={"arrowstyle": "->"})
    axes.set(title="Softplus rounds off ReLU's corner", xlabel="z (no unit)", ylabel="activation")
    axes.legend()
    return figure


def mixture_density(
    points: tuple[Array, Array],
    grid: Array,
    weights: Array,
    centres: Array,
    scales: Array,
    at: float = 0.6,
) -> Figure:
    """Draw p(y | x) of a mixture of Laplace densities as a heat map, and one slice through it.

    Args:
        points: x and y of the data, any shape.
        grid: the m inputs, ascending, for which parameters are given, (m,).
        weights: shares of the k components, (m, k), rows summing to 1.
        centres: where each component sits, (m, k), units of y.
        scales: how wide each is, (m, k), units of y.
        at: the input x at which the slice is cut.
    """
    x, y = np.ravel(points[0]), np.ravel(points[1])
    heights = np.linspace(y.min() - 0.2, y.max() + 0.2, 240)
    z = np.abs(heights[:, None, None] - centres) / scales  # (240, m, k)
    parts = weights * np.exp(-z) / (2 * scales)
    density = parts.sum(axis=-1)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.2, width_ratios=(1.6, 1))
    image = left.pcolormesh(
        grid, heights, np.minimum(density, 4.0), cmap="viridis", rasterized=True
    )
    left.plot(x[::8], y[::8], ".", color="white", ms=3, alpha=0.7)
    left.axvline(at, color=RED, ls="--", lw=1.5)
    left.set(
        title="Predicted density p(y | x), and some points", xlabel="x", ylabel="y (units of y)"
    )
    left.grid(False)
    figure.colorbar(image, ax=left, label="density (per unit of y), cut at 4")
    column = int(np.argmin(np.abs(grid - at)))
    for k in range(parts.shape[-1]):
        label = "the components" if k == 0 else None
        right.plot(heights, parts[:, column, k], ":", color=ORANGE, lw=2, zorder=3, label=label)
    right.plot(heights, density[:, column], color=BLUE, label="their sum")
    right.set(title=f"The slice at x = {grid[column]:.2f}", xlabel="y (units of y)")
    right.set_ylabel("density (per unit of y)")
    right.legend()
    return figure


def _points(data: NoisyLine, chosen: Array) -> tuple[Array, Array]:
    return data.x[chosen].ravel(), data.y[chosen].ravel()
