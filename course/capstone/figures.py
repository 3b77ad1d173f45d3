"""The pictures of the capstone chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

from course.figures import BLACK, BLUE, GREY, RED, SKY, new_figure

Array = NDArray[Any]
_erf = np.vectorize(math.erf, otypes=[float])


def readings(x: ArrayLike, y: ArrayLike, off: ArrayLike) -> Figure:
    """Draw all readings (left), and closer, where the good ones are (right)."""
    inputs, targets, wrong = np.ravel(x), np.ravel(y), np.asarray(off, bool)
    figure, (left, right) = new_figure(columns=2, width=9)
    for axes in (left, right):
        axes.plot(inputs[~wrong], targets[~wrong], "o", color=GREY, ms=3, alpha=0.6, label="good")
        axes.plot(inputs[wrong], targets[wrong], "x", color=BLACK, ms=6, mew=1.4, label="off")
        axes.set(xlabel="time of day x (half days from noon)", ylabel="temperature y (degrees)")
    left.set_title("All the readings")
    left.legend(loc="upper left")
    right.set(title="Closer", ylim=(-1.8, 1.8))
    return figure


def pulls(scale: float = 1.27, inner: float = 0.1, outer: float = 4.0) -> Figure:
    """Draw the negative log-density and its pull on the mean against the distance from it."""
    distance = np.linspace(0.0, 6.0, 601)
    z = distance / np.array([[inner], [outer]])
    logs = np.log([[0.9], [0.1]]) - 0.5 * z**2 - np.log([[inner], [outer]]) - 0.919
    nll = -np.logaddexp(logs[0], logs[1])
    shares = np.exp(logs + nll)
    pull = (shares * z / np.array([[inner], [outer]])).sum(axis=0)
    single = 0.5 * (distance / scale) ** 2 + np.log(scale) + 0.919
    figure, (left, right) = new_figure(columns=2, width=9)
    left.plot(distance, single, "--", color=RED, label=f"one normal, scale {scale:g}")
    left.plot(distance, nll, "-", color=BLUE, label=f"mixture, scales {inner:g} and {outer:g}")
    right.plot(distance, distance / scale**2, "--", color=RED)
    right.plot(distance, pull, "-", color=BLUE)
    for axes in (left, right):
        axes.set_xlabel("distance of the reading from the mean (degrees)")
    left.set(title="What a reading costs", ylabel="negative log-density (nats)")
    left.legend(loc="upper left")
    right.set(title="How hard it pulls at the mean", ylabel="slope", yscale="log", ylim=(1e-2, 50))
    return figure


def density_and_bands(
    points: tuple[ArrayLike, ArrayLike],
    grid: ArrayLike,
    outputs: ArrayLike,
    line: ArrayLike,
    scale: float,
) -> Figure:
    """Draw the mixture's density and central 90 % (left), the squared error's fit (right)."""
    x, heights = np.ravel(grid), np.linspace(-3.0, 3.0, 301)
    below = cumulative(np.asarray(outputs)[:, None, :], heights[None, :])  # (grid, heights)
    density = np.gradient(below, heights, axis=1)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.4, sharey=True)
    left.imshow(
        np.sqrt(np.clip(density, 0.0, None)).T,
        extent=(x[0], x[-1], heights[0], heights[-1]),
        origin="lower", aspect="auto", cmap="Blues", interpolation="bilinear",
    )  # fmt: skip
    for level in (0.05, 0.95):
        left.plot(x, quantile(outputs, level), "-", color=BLUE, lw=1.6)
    fit = np.ravel(line)
    right.plot(x, fit, "--", color=RED)
    right.fill_between(x, fit - 1.645 * scale, fit + 1.645 * scale, color=RED, alpha=0.15, lw=0)
    for axes in (left, right):
        axes.plot(*map(np.ravel, points), ".", color=BLACK, ms=3, alpha=0.45)
        axes.set(xlabel="time of day x (half days from noon)", ylim=(-3, 3), xlim=(x[0], x[-1]))
        axes.set_xticks([-1.0, -0.5, 0.0, 0.5, 1.0])
        axes.grid(False)
    left.set(title="Mixture: density, and its central 90 %", ylabel="temperature y (degrees)")
    right.set_title("Squared error: line, and ±1.645 scales")
    return figure


def calibration(held: Mapping[str, tuple[ArrayLike, ArrayLike]]) -> Figure:
    """Draw the share of new readings that central intervals hold, against the share promised."""
    figure, axes = new_figure(width=5.4, height=4.6)
    axes.plot([0, 1], [0, 1], "-", color=GREY, lw=1.2, label="as promised")
    looks = zip((BLUE, RED, SKY), ("-", "--", ":"), ("o", "s", "^"), held.items(), strict=False)
    for colour, dashes, marker, (name, (promised, found)) in looks:
        axes.plot(promised, found, dashes, color=colour, marker=marker, ms=5, label=name)
    axes.set(
        title="Calibration on new readings",
        xlabel="share that the interval promises",
        ylabel="share that it holds",
    )
    axes.legend(loc="lower right")
    return figure


def cumulative(outputs: ArrayLike, y: ArrayLike) -> Array:
    """Return the mixture's probability of a value of at most y; the last axis holds the outputs.

    >>> float(cumulative([0.0, 2.0, 0.0], 2.0))
    0.5
    """
    logits, means, log_scales = np.split(np.asarray(outputs, float), 3, axis=-1)
    z = (np.asarray(y, float)[..., None] - means) * np.exp(-log_scales)
    weights = np.exp(logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True))
    return np.asarray((weights * (0.5 + 0.5 * _erf(z / math.sqrt(2.0)))).sum(axis=-1))


def quantile(outputs: ArrayLike, level: float) -> Array:
    """Return the value below which the mixture puts that share, for each row, by bisection.

    >>> float(quantile([[0.0, 2.0, 0.0]], 0.5)[0].round(3))
    2.0
    """
    rows = np.asarray(outputs, float)
    low, high = np.full(len(rows), -100.0), np.full(len(rows), 100.0)
    for _ in range(40):
        middle = (low + high) / 2.0
        under = cumulative(rows, middle) < level
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return np.asarray((low + high) / 2.0)
