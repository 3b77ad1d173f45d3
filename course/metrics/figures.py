"""The pictures of the metrics chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, new_figure

Array = NDArray[Any]

# Where seven messages that are no spam and seven that are lie along one feature.
_HAM = np.array([-2.4, -1.9, -1.5, -1.1, -0.6, 0.1, 0.8])
_SPAM = np.array([-0.9, -0.2, 0.4, 1.0, 1.4, 1.9, 2.5])


def loss_and_accuracy(boundary: float = -1.0) -> Figure:
    """Draw loss and accuracy of a two-class model against the place of its boundary."""
    figure, (top, middle, bottom) = new_figure(
        rows=3, width=7.5, height=6.6, sharex=True, height_ratios=(0.7, 1, 1)
    )
    places = np.linspace(-3.0, 3.0, 1201)
    losses, shares = _cross_entropy(places), _accuracy(places)
    top.plot(_HAM, np.zeros_like(_HAM), "o", color=BLUE, ms=8, label="no spam")
    top.plot(_SPAM, np.ones_like(_SPAM), "^", color=RED, ms=8, label="spam")
    top.set(title="The examples", ylabel="class", yticks=(0, 1), ylim=(-0.5, 1.5))
    top.legend(loc="center left")
    middle.plot(places, losses, "-", color=BLUE, lw=2.2)
    bottom.plot(places, shares, "-", color=BLUE, lw=2.2)
    here = np.array([boundary])
    slope = ((_cross_entropy(here + 1e-4) - _cross_entropy(here - 1e-4)) / 2e-4).item()
    run = np.array([-0.6, 0.6])
    for axes, height, rise in (
        (middle, _cross_entropy(here).item(), slope),
        (bottom, _accuracy(here).item(), 0.0),
    ):
        axes.plot(boundary + run, height + rise * run, "-", color=ORANGE, lw=3)
        axes.plot([boundary], [height], "o", color=BLACK, ms=8)
    tilt = f"{slope:+.2f}".replace("-", "−")
    middle.set(title=f"Loss: a slope of {tilt} here", ylabel="cross-entropy\n(no unit)")
    middle.set(xlim=(-3.3, 3.3), ylim=(0.0, 3.6))
    bottom.set(
        title="Accuracy: level or a jump, never a slope",
        ylabel="share right\n(no unit)",
        ylim=(0, 1),
    )
    bottom.set_xlabel("boundary: what lies to its right is called spam (units of the feature)")
    for axes in (top, middle, bottom):
        axes.axvline(boundary, color=BLACK, ls=":", lw=1.5)
    return figure


def precision_by_batch(
    targets: ArrayLike, scores: ArrayLike, batch_size: int = 20, threshold: float = 0.5
) -> Figure:
    """Draw the precision of each batch, their running mean, and the precision of the stream.

    Args:
        targets: what each example is, 0 or 1, (n,).
        scores: what the model says, between 0 and 1, (n,).
        batch_size: examples in a batch.
        threshold: a score above it is an alarm.
    """
    truth, alarm = np.ravel(targets) > 0.5, np.ravel(scores) > threshold
    starts = np.arange(0, len(truth), batch_size)
    alarms = np.add.reduceat(alarm.astype(int), starts)
    hits = np.add.reduceat((alarm & truth).astype(int), starts)
    single = hits / np.maximum(alarms, 1)
    number = np.arange(1, len(starts) + 1)
    figure, (top, bottom) = new_figure(
        rows=2, width=8, height=5.4, sharex=True, height_ratios=(2, 1)
    )
    some = alarms > 0
    top.plot(number[some], single[some], "o", color=GREY, ms=7, label="one batch")
    label = "no alarm: taken as 0"
    top.plot(number[~some], single[~some], "x", color=GREY, ms=8, mew=2, label=label)
    averages = np.cumsum(single) / number
    stream = np.cumsum(hits) / np.maximum(np.cumsum(alarms), 1)
    top.plot(
        number, averages, "--", color=RED, lw=2.2, label=f"mean of the batches: {averages[-1]:.2f}"
    )
    top.plot(number, stream, "-", color=BLUE, lw=2.2, label=f"the stream: {stream[-1]:.2f}")
    top.set(
        title=f"Precision with threshold {threshold:g}",
        ylabel="precision (share)",
        ylim=(-0.05, 1.05),
    )
    bottom.bar(number, alarms, color=SKY, label="alarms")
    bottom.bar(number, hits, color=BLUE, width=0.45, label="right alarms")
    bottom.set(title="What each batch adds", ylabel="messages", xlabel="batch", xticks=number)
    bottom.yaxis.get_major_locator().set_params(integer=True)
    parts = [axes.get_legend_handles_labels() for axes in (top, bottom)]
    handles, names = (first + second for first, second in zip(*parts, strict=True))
    figure.legend(handles, names, loc="outside lower center", ncols=3)
    return figure


def state_life(hits: ArrayLike, seen: ArrayLike) -> Figure:
    """Draw a metric's two variables and its result over the batches of some epochs.

    Args:
        hits: the first variable after each batch, (epochs, batches).
        seen: the second variable after each batch, (epochs, batches).
    """
    inside, total = np.asarray(hits, float), np.asarray(seen, float)
    epochs, batches = inside.shape
    figure, (top, bottom) = new_figure(rows=2, width=8, height=5.4, sharex=True)
    ticks, names = [], []
    for epoch in range(epochs):
        at = epoch * (batches + 1) + np.arange(batches + 1)
        parts = np.concatenate([[0.0], inside[epoch]])
        whole = np.concatenate([[0.0], total[epoch]])
        label = {"label": "seen"} if epoch == 0 else {}
        top.bar(at, whole, color=SKY, width=0.8, **label)
        label = {"label": "hits"} if epoch == 0 else {}
        top.bar(at, parts, color=BLUE, width=0.45, **label)
        share = np.divide(parts, whole, out=np.zeros_like(whole), where=whole > 0)
        bottom.plot(at[1:], share[1:], "o-", color=BLUE)
        bottom.text(at[-1], 0.05, f"shown: {share[-1]:.3f}", ha="right", weight="bold")
        for axes in (top, bottom):
            axes.axvline(at[0], color=RED, ls="--", lw=1.5)
            word, place = "reset" if epoch else "start", axes.get_xaxis_transform()
            axes.text(at[0] + 0.12, 0.97, word, color=RED, va="top", transform=place)
        ticks += list(at)
        names += ["", *(f"{batch}" for batch in range(1, batches + 1))]
    top.set(title="State: what update_state adds to", ylabel="value (examples)")
    top.set_ylim(0, 1.15 * total.max())
    handles, labels = top.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2)
    bottom.set(title="Result: hits / seen", ylabel="share within", ylim=(0, 1.05))
    bottom.set_xticks(ticks, names)
    bottom.set_xlabel("batch of its epoch")
    return figure


def roc(targets: ArrayLike, scores: ArrayLike, threshold: float = 0.5) -> Figure:
    """Draw the scores of both classes (left), and the ROC curve (right) with one threshold on it."""
    truth, score = np.ravel(targets) > 0.5, np.ravel(scores)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.3, width_ratios=(1.25, 1))
    edges = np.linspace(0.0, 1.0, 26)
    looks = ((~truth, "no spam", BLUE, "-", "stepfilled"), (truth, "spam", RED, "--", "step"))
    for chosen, name, colour, dashes, kind in looks:
        fill = {"alpha": 0.35} if kind == "stepfilled" else {"lw": 2.2}
        left.hist(score[chosen], edges, histtype=kind, color=colour, ls=dashes, label=name, **fill)
    left.axvline(threshold, color=BLACK, ls=":", lw=2)
    left.set(title="Scores of the two classes", xlabel="score (no unit)", ylabel="messages")
    left.legend(loc="upper right")
    cuts = np.concatenate([[-np.inf], np.unique(score)])[::-1]
    caught = np.array([(score[truth] > cut).mean() for cut in cuts])
    alarmed = np.array([(score[~truth] > cut).mean() for cut in cuts])
    area = float(np.sum(np.diff(alarmed) * (caught[1:] + caught[:-1]) / 2.0))
    right.fill_between(alarmed, caught, color=SKY, alpha=0.25, lw=0)
    right.plot(alarmed, caught, "-", color=BLUE, lw=2.2, label=f"the model: area {area:.3f}")
    right.plot([0, 1], [0, 1], ":", color=GREY, label="tossing a coin: area 0.5")
    here = (score[~truth] > threshold).mean(), (score[truth] > threshold).mean()
    alarm = score > threshold
    precision = (alarm & truth).sum() / max(int(alarm.sum()), 1)
    right.plot(*here, "o", color=BLACK, ms=9, label=f"threshold {threshold:g}")
    right.set_title(f"ROC: here recall {here[1]:.2f}, precision {precision:.2f}")
    right.set(xlabel="share of the no-spam flagged", ylabel="share of the spam flagged (recall)")
    right.set_aspect("equal")
    right.legend(loc="lower right")
    return figure


def cancellation(means: Sequence[float]) -> Figure:
    """Draw how far four recipes for Σ(y − mean)² are off when the same data move away from 0.

    Args:
        means: the means of the data, greater than 0, in units of its standard deviation.
    """
    noise = np.random.default_rng(0).standard_normal((20, 100))  # (batches, batch)
    recipes: dict[str, Callable[[Array], float]] = {
        "sums of squares, float32": _from_sums,
        "sums of squares, float64": lambda y: _from_sums(y.astype("float64")),
        "count, mean and spread merged, float32": _merged,
        "sums of squares of y − first y, float32": lambda y: _from_sums(y - y[0, 0]),
    }
    figure, axes = new_figure(width=8, height=4.8)
    looks = zip((RED, ORANGE, BLUE, GREEN), ("--", ":", "-", "-."), "os^D", strict=True)
    for (colour, dashes, marker), (name, recipe) in zip(looks, recipes.items(), strict=True):
        errors = []
        for mean in means:
            y = (noise + mean).astype("float32")
            truth = float(np.sum(np.square(y.astype(float) - y.astype(float).mean())))
            errors.append(max(abs(recipe(y) - truth) / truth, 1e-9))
        axes.plot(means, errors, dashes, marker=marker, color=colour, lw=2.2, ms=6, label=name)
    axes.axhline(1.0, color=BLACK, lw=1)
    axes.text(means[0], 1.6, "above this line nothing is left of the true value", va="bottom")
    axes.set(xscale="log", yscale="log", title="The spread of the same data, moved away from 0")
    axes.set_xlabel("mean of the data (standard deviations)")
    axes.set_ylabel("relative error of Σ(y − mean)²\n(less than 1e-9 drawn as 1e-9)")
    figure.legend(loc="outside lower center", ncols=2)
    return figure


def _from_sums(batches: Array) -> float:
    """Σ(y − mean)² as Σy² − (Σy)² / n, added up batch by batch in the dtype of the data."""
    total = squares = batches.dtype.type(0)
    for y in batches:
        total += y.sum()
        squares += np.square(y).sum()
    return float(squares - total * total / batches.dtype.type(batches.size))


def _merged(batches: Array) -> float:
    """Σ(y − mean)² from each batch's count, mean and own spread, in the dtype of the data."""
    count = mean = spread = batches.dtype.type(0)
    for y in batches:
        added, its_mean = batches.dtype.type(len(y)), y.mean()
        gap, both = its_mean - mean, count + added
        spread += np.square(y - its_mean).sum() + gap * gap * count * added / both
        mean += gap * added / both
        count = both
    return float(spread)


def _cross_entropy(boundaries: Array) -> Array:
    """The mean cross-entropy of sigmoid(3 (x − boundary)) on the examples, for each boundary."""
    ham = np.logaddexp(0.0, 3.0 * (_HAM - boundaries[:, None]))
    spam = np.logaddexp(0.0, -3.0 * (_SPAM - boundaries[:, None]))
    return np.concatenate([ham, spam], axis=1).mean(axis=1)


def _accuracy(boundaries: Array) -> Array:
    """The share of the examples on the right side, for each boundary."""
    right = np.concatenate([boundaries[:, None] >= _HAM, boundaries[:, None] < _SPAM], axis=1)
    return right.mean(axis=1)
