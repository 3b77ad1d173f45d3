"""The pictures of the training chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, new_figure

Array = NDArray[Any]


def moving_line(points: Array, targets: Array, path: Array, step: int = 150) -> Figure:
    """Draw a linear classifier's line after some steps of training, and the loss until then.

    Args:
        points: the inputs, (n, 2).
        targets: their classes 0 and 1, (n, 1).
        path: w1, w2 and the bias before each step and after the last, (steps + 1, 3).
        step: how many steps have been taken.
    """
    losses = _losses(points, targets, path)
    w1, w2, bias = path[int(step)]
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.2)
    for value, mark, colour in ((0, "o", BLUE), (1, "^", ORANGE)):
        chosen = points[targets.ravel() == value][::8]
        left.plot(*chosen.T, mark, color=colour, ms=4, alpha=0.7, label=f"class {value}")
    across = np.array([-2.0, 10.0])
    left.plot(across, (0.5 - bias - w1 * across) / w2, "-", color=BLACK, label="score 0.5")
    right_side = ((points @ [w1, w2] + bias > 0.5) == (targets.ravel() > 0.5)).mean()
    left.set(title=f"After {int(step)} steps: {right_side:.1%} on their side", xlabel="x1")
    left.set(ylabel="x2", xlim=(-1, 9), ylim=(-1, 9))
    left.legend(loc="upper right")
    right.semilogy(losses, color=SKY, lw=1.2)
    right.semilogy(losses[: int(step) + 1], "-", color=BLUE)
    right.semilogy([step], [losses[int(step)]], "o", color=BLACK)
    right.annotate(f"{losses[int(step)]:.3f}", (step, losses[int(step)]), xytext=(-8, 12), **_NEAR)
    right.set(title="The loss", xlabel="steps taken", ylabel="mean squared error (log scale)")
    return figure


def bouncing(rate: float = 0.1) -> Figure:
    """Draw eight steps down the parabola f(w) = 3 w², from w = 1, at some learning rate."""
    factor = 1.0 - 6.0 * rate
    places = factor ** np.arange(9)
    reach = max(1.15, np.abs(places).max() * 1.05)
    w = np.linspace(-reach, reach, 301)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=3.8)
    left.plot(w, 3.0 * w**2, "-", color=GREY, lw=1.5)
    left.plot(places, 3.0 * places**2, "o--", color=BLUE, lw=1.2, ms=5)
    left.plot(places[:1], 3.0 * places[:1] ** 2, "s", color=RED, ms=8)
    left.set(title=f"Rate {rate:g}: each step times {factor:.2f}", xlabel="w", ylabel="f(w) = 3 w²")
    left.annotate("start", (1.0, 3.0), xytext=(-10, -4), ha="right", **_NEAR)
    right.plot(places, "o--", color=BLUE, lw=1.2, ms=5)
    right.axhline(0.0, color=GREY, lw=1)
    right.set(title="Where w is", xlabel="steps taken", ylabel="w")
    return figure


def loss_against_rate(clouds: Sequence[tuple[Array, Array]], steps: int = 150) -> Figure:
    """Draw the linear classifier's loss after full-batch training against the learning rate.

    Args:
        clouds: data sets, pairs of inputs (n, 2) and targets (n, 1); each starts from weights
            drawn with its place in the list as the seed.
        steps: how many steps are taken at each rate.
    """
    rates = np.concatenate([np.linspace(0.001, 0.029, 57), np.linspace(0.0291, 0.0335, 45)])
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.2)
    for seed, (points, targets) in enumerate(clouds):
        final = [final_loss(points, targets, seed, rate, steps) for rate in rates]
        left.semilogy(rates, final, "-", color=SKY, lw=1.0, alpha=0.9)
    limits = [stability_limit(points) for points, _ in clouds]
    edges = f"edges, {min(limits):.4f} to {max(limits):.4f}"
    left.axvspan(min(limits), max(limits), color=ORANGE, alpha=0.35, lw=0, label=edges)
    left.axvline(0.025, color=GREEN, ls="-.", lw=1.5, label="0.025, used here")
    left.axvline(0.03, color=RED, ls="--", lw=1.5, label="0.03, in older books")
    left.set(title=f"Loss after {steps} steps, {len(clouds)} data sets", ylim=(0.01, 1e4))
    left.set(xlabel="learning rate", ylabel="mean squared error (log scale)")
    left.legend(loc="upper left")
    points, targets = clouds[0]
    for rate, colour, dashes in ((0.01, BLUE, ":"), (0.025, GREEN, "-."), (0.03, RED, "--")):
        losses = _losses(points, targets, _descend(points, targets, _start(0), rate, steps))
        right.semilogy(losses, dashes, color=colour, lw=1.8, label=f"rate {rate:g}")
    right.set(title="Step by step, the first data set", xlabel="steps taken")
    right.set(ylabel="mean squared error (log scale)")
    right.legend()
    return figure


def final_loss(points: Array, targets: Array, seed: int, rate: float, steps: int = 150) -> float:
    """Return the linear classifier's loss after full-batch steps from weights drawn with a seed.

    >>> points = np.array([[0.0, 0.0], [1.0, 1.0]])
    >>> final_loss(points, np.array([[0.0], [1.0]]), seed=0, rate=0.2) < 0.001
    True
    """
    path = _descend(points, targets, _start(seed), rate, steps)
    return float(_losses(points, targets, path[-1:])[0])


def stability_limit(points: Array) -> float:
    """Return 2 / λ, the rate beyond which descent on a linear model's mean square runs away.

    λ is the largest eigenvalue of the loss's second derivatives, 2 XᵀX / n, where X has a column
    of ones for the bias.

    >>> stability_limit(np.zeros((4, 2)))  # the bias alone: second derivative 2
    1.0
    """
    design = _with_ones(points)
    return float(2.0 / np.linalg.eigvalsh(2.0 * design.T @ design / len(design))[-1])


def splits(targets: Array, fraction: float = 0.3) -> Figure:
    """Draw which classes training and validation get, with and without shuffling first."""
    sorted_targets = np.sort(np.ravel(targets))
    shuffled = np.random.default_rng(0).permutation(sorted_targets)
    n = len(sorted_targets)
    cut = n - round(fraction * n)
    figure, axes = new_figure(width=8.5, height=2.6)
    for row, values in enumerate((sorted_targets, shuffled)):
        for part, (start, stop) in {"training": (0, cut), "validation": (cut, n)}.items():
            share = values[start:stop].mean()
            ones = round(share * (stop - start))
            axes.barh(row, stop - start - ones, 0.5, start, color=SKY, edgecolor=BLACK)
            axes.barh(row, ones, 0.5, stop - ones, color=ORANGE, edgecolor=BLACK, hatch="//")
            words = f"{part}: {share:.0%} ones"
            axes.text((start + stop) / 2, row + 0.32, words, ha="center", fontsize=10)
    axes.axvline(cut, color=BLACK, lw=2)
    axes.set(yticks=(0, 1), yticklabels=("as stored", "shuffled"), ylim=(-0.45, 1.65))
    axes.set(xlabel="number of examples (plain: class 0, hatched: class 1)")
    axes.set_title("The last 30 % as validation data")
    axes.grid(False)
    return figure


def over_fitting(
    history: Mapping[str, Sequence[float]],
    train: tuple[Array, Array],
    curves: Mapping[str, tuple[Array, Array]],
) -> Figure:
    """Draw training and validation loss by epoch, and what the model has learnt at two epochs.

    Args:
        history: `fit`'s history, with "loss" and "val_loss".
        train: inputs and targets that it was trained on, any shape.
        curves: by name, the inputs and predictions of a curve to draw.
    """
    loss, validation = np.asarray(history["loss"]), np.asarray(history["val_loss"])
    epochs = np.arange(1, len(loss) + 1)
    best = int(np.argmin(validation))
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.0)
    left.plot(epochs, loss, "-", color=BLUE, label="training")
    left.plot(epochs, validation, "--", color=RED, label="validation")
    left.axvline(epochs[best], color=GREY, ls=":", label=f"best validation: epoch {epochs[best]}")
    left.set(title="Loss by epoch", xlabel="epoch", ylabel="mean squared error", ylim=(0, None))
    left.legend()
    right.plot(np.ravel(train[0]), np.ravel(train[1]), "o", color=GREY, label="training data")
    for (name, (x, y)), colour, dashes in zip(
        curves.items(), (BLACK, GREEN, RED), ("-", "-.", "--"), strict=False
    ):
        right.plot(np.ravel(x), np.ravel(y), dashes, color=colour, lw=1.8, label=name)
    right.set(title="What has been learnt", xlabel="x", ylabel="y", ylim=(-2.2, 2.2))
    right.legend(loc="lower right", fontsize=9)
    return figure


def two_components(inputs: Array, targets: Array) -> Figure:
    """Draw inputs along their two directions of most spread, coloured by their targets."""
    centred = inputs - inputs.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    flat = centred @ directions[:2].T
    figure, axes = new_figure(width=6.5, height=4)
    dots = axes.scatter(*flat.T, c=np.ravel(targets), s=10, cmap="viridis")
    figure.colorbar(dots, ax=axes, label="target")
    axes.set(title="Five features seen along two directions")
    axes.set(xlabel="first component", ylabel="second component")
    return figure


def clipping(limit: float = 2.0) -> Figure:
    """Draw two slopes as arrows, clipped by value, each by its norm, and by their global norm."""
    slopes = {"first layer": np.array([3.0, 1.0]), "second layer": np.array([-0.5, 1.5])}
    whole = np.sqrt(sum(np.sum(g**2) for g in slopes.values()))
    ways: dict[str, dict[str, Array]] = {
        "by value": {k: np.clip(g, -limit, limit) for k, g in slopes.items()},
        "each by its norm": {k: g * min(1.0, limit / np.linalg.norm(g)) for k, g in slopes.items()},
        "by global norm": {k: g * min(1.0, limit / whole) for k, g in slopes.items()},
    }
    figure, panels = new_figure(
        columns=3, width=10, height=4.0, title=f"Clipped at {limit:g}", sharey=True
    )
    for axes, (title, clipped) in zip(panels, ways.items(), strict=True):
        for (name, slope), colour, dashes in zip(
            slopes.items(), (BLUE, RED), ("-", "--"), strict=True
        ):
            _arrow(axes, slope, GREY, ":", 1.4)
            _arrow(axes, clipped[name], colour, dashes, 2.4)
            axes.plot([], [], dashes, color=colour, label=name)
        axes.plot([], [], ":", color=GREY, label="before clipping")
        _border(axes, title, limit)
        axes.plot([0], [0], "o", color=BLACK, ms=4)
        axes.set(title=title, xlabel="slope, first weight", xlim=(-2.5, 4), ylim=(-2.5, 3.5))
        axes.set_aspect("equal")
    panels[0].set_ylabel("slope, second weight")
    panels[-1].legend(loc="lower right", fontsize=9)
    return figure


_NEAR: dict[str, Any] = {"textcoords": "offset points", "fontsize": 11}


def _border(axes: Axes, title: str, limit: float) -> None:
    turn = np.linspace(0.0, 2.0 * np.pi, 100)
    if title == "by value":
        corners = limit * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
        axes.fill(*corners.T, color=SKY, alpha=0.2, lw=0)
    elif title == "each by its norm":
        axes.fill(limit * np.cos(turn), limit * np.sin(turn), color=SKY, alpha=0.2, lw=0)


def _arrow(axes: Axes, end: Array, colour: str, dashes: str, width: float) -> None:
    style = {"arrowstyle": "-|>", "color": colour, "lw": width, "ls": dashes, "shrinkA": 0}
    axes.annotate(
        "", xy=(float(end[0]), float(end[1])), xytext=(0.0, 0.0), arrowprops={**style, "shrinkB": 0}
    )


def _start(seed: int) -> Array:
    return np.append(np.random.default_rng(seed).uniform(size=2), 0.0)  # w1, w2, bias


def _with_ones(points: Array) -> Array:
    return np.concatenate([points, np.ones((len(points), 1))], axis=1).astype(float)


def _losses(points: Array, targets: Array, path: Array) -> Array:
    # Two moments of the data hold all that matters, so that many rates can be tried at once.
    design, aims = _with_ones(points), np.ravel(targets).astype(float)
    square, mixed = design.T @ design / len(aims), design.T @ aims / len(aims)
    quadratic = np.einsum("si,ij,sj->s", path, square, path)
    losses: Array = np.maximum(quadratic - 2.0 * path @ mixed + np.mean(aims**2), 0.0)
    return losses


def _descend(points: Array, targets: Array, start: ArrayLike, rate: float, steps: int) -> Array:
    design, aims = _with_ones(points), np.ravel(targets).astype(float)
    square, mixed = design.T @ design / len(aims), design.T @ aims / len(aims)
    path = [np.ravel(start).astype(float)]
    for _ in range(steps):
        path.append(path[-1] - rate * 2.0 * (square @ path[-1] - mixed))
    return np.array(path)
