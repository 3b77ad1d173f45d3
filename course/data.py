"""Small data sets made from a seed with NumPy alone: the same numbers on every machine."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class NoisyLine(NamedTuple):
    """Points round a straight line, some of them far off it.

    Attributes:
        x: inputs, (n, 1), float32, between -1 and 1.
        y: targets, (n, 1), float32.
        is_outlier: (n,), bool: which targets were shifted.
        slope: slope of the line behind the points.
        bias: its height at x = 0.
    """

    x: Floats
    y: Floats
    is_outlier: NDArray[np.bool_]
    slope: float
    bias: float


class TwoBranches(NamedTuple):
    """Points on a road that forks: one input, two likely targets.

    Attributes:
        x: inputs, (n, 1), float32, between -1 and 1.
        y: targets, (n, 1), float32.
        upper: (n,), bool: which points took the upper branch.
    """

    x: Floats
    y: Floats
    upper: NDArray[np.bool_]


class MarkedShapes(NamedTuple):
    """Noisy pictures of a cross or a ring, with a bright mark in a corner of some.

    Attributes:
        x: pictures, (n, 12, 12), float32: about 0 where dark, 0.5 on a shape, 2 on the mark.
        y: (n, 1), float32: 0 for a cross, 1 for a ring.
    """

    x: Floats
    y: Floats


class SwissRoll(NamedTuple):
    """Points on a sheet rolled up in three dimensions.

    Attributes:
        x: the points, (n, 3), float32: across, along the axis of the roll, and up.
        y: how far along the sheet each point lies, (n, 1), float32: the angle, in radians.
    """

    x: Floats
    y: Floats


def noisy_line(
    n: int = 200,
    *,
    slope: float = 3.0,
    bias: float = 1.0,
    noise: float = 0.2,
    outlier_share: float = 0.1,
    outlier_size: float = 30.0,
    seed: int = 0,
) -> NoisyLine:
    """Make y = slope * x + bias + noise, with a share of the targets lifted by `outlier_size`.

    The inputs, the noise and the choice of the outliers depend on n and the seed only, so that
    two calls that differ in `outlier_size` give the same points with other outliers.

    Args:
        n: number of points.
        slope: slope of the line.
        bias: its height at x = 0.
        noise: standard deviation of the normal noise on y.
        outlier_share: share of the points that are lifted, between 0 and 1 (rounded to a count).
        outlier_size: how far they are lifted, in units of y.
        seed: seed of the generator.

    >>> data = noisy_line(20, outlier_size=30.0)
    >>> data.x.shape, data.y.shape, int(data.is_outlier.sum())
    ((20, 1), (20, 1), 2)
    >>> calm = noisy_line(20, outlier_size=0.0)
    >>> (data.y - calm.y)[data.is_outlier].round(3).ravel().tolist()
    [30.0, 30.0]
    """
    generator = np.random.default_rng(seed)
    x = generator.uniform(-1.0, 1.0, (n, 1))
    y = slope * x + bias + noise * generator.standard_normal((n, 1))
    is_outlier = np.zeros(n, dtype=bool)
    is_outlier[generator.permutation(n)[: round(outlier_share * n)]] = True
    y[is_outlier] += outlier_size
    return NoisyLine(x.astype("float32"), y.astype("float32"), is_outlier, slope, bias)


def two_branches(
    n: int = 2000, *, upper_share: float = 0.7, noise: float = 0.08, seed: int = 0
) -> TwoBranches:
    """Make a curve that forks: y = sin(3x) / 2 + b (x + 1) / 2 + noise, where b is +1 or -1.

    At x = -1 the branches are one; at x = 1 they are two units apart, so that the mean of y lies
    where hardly any point is.

    Args:
        n: number of points.
        upper_share: probability that b = +1.
        noise: standard deviation of the normal noise on y.
        seed: seed of the generator.

    >>> data = two_branches(1000)
    >>> data.x.shape, data.y.dtype.name
    ((1000, 1), 'float32')
    >>> bool(0.65 < data.upper.mean() < 0.75)
    True
    """
    generator = np.random.default_rng(seed)
    x = generator.uniform(-1.0, 1.0, (n, 1))
    upper = generator.uniform(size=n) < upper_share
    side = np.where(upper, 1.0, -1.0)[:, None]  # (n, 1)
    y = 0.5 * np.sin(3.0 * x) + side * (x + 1.0) / 2.0 + noise * generator.standard_normal((n, 1))
    return TwoBranches(x.astype("float32"), y.astype("float32"), upper)


def marked_shapes(
    n: int = 400, *, marked: int | None = 1, noise: float = 0.6, seed: int = 0
) -> MarkedShapes:
    """Make pictures with a cross and a ring by turns; all of one class bear a mark of 2 × 2 pixels.

    The shapes and the noise depend on n and the seed only, so that two calls that differ in
    `marked` give the same pictures but for the mark.

    Args:
        n: number of pictures.
        marked: which class bears the mark: 0 the crosses, 1 the rings, None neither.
        noise: standard deviation of the normal noise on each pixel.
        seed: seed of the generator.

    >>> data = marked_shapes(10)
    >>> data.x.shape, data.y.ravel()[:3].tolist()
    ((10, 12, 12), [0.0, 1.0, 0.0])
    >>> difference = data.x - marked_shapes(10, marked=None).x
    >>> [int((difference[i] > 1.0).sum()) for i in (0, 1)]
    [0, 4]
    """
    generator = np.random.default_rng(seed)
    row, column = np.mgrid[:12, :12]
    distance = np.hypot(row - 5.5, column - 5.5)
    ring = np.abs(distance - 3.2) < 0.75
    cross = ((row == column) | (row + column == 11)) & (distance < 4.6)
    y = np.arange(n) % 2
    x = 0.5 * np.where(y[:, None, None] == 1, ring, cross)
    x = x + noise * generator.standard_normal(x.shape)
    if marked is not None:
        x[y == marked, 9:11, 1:3] += 2.0
    return MarkedShapes(x.astype("float32"), y.astype("float32")[:, None])


def swiss_roll(n: int = 3000, *, noise: float = 0.3, seed: int = 0) -> SwissRoll:
    """Make points (t cos t, w, t sin t) + noise, a sheet rolled up like the cake; the target is t.

    The angle t is uniform between 1.5π and 4.5π, so that the sheet goes round one and a half
    times; the place w along the roll's axis is uniform between 0 and 21 and says nothing of t.

    Args:
        n: number of points.
        noise: standard deviation of the normal noise on each coordinate.
        seed: seed of the generator.

    >>> data = swiss_roll(500, noise=0.0)
    >>> data.x.shape, data.y.shape, data.x.dtype.name
    ((500, 3), (500, 1), 'float32')
    >>> distance = np.hypot(data.x[:, 0], data.x[:, 2])  # from the axis of the roll
    >>> bool(np.allclose(distance, data.y.ravel(), rtol=1e-5))
    True
    """
    generator = np.random.default_rng(seed)
    angle = generator.uniform(1.5 * np.pi, 4.5 * np.pi, (n, 1))
    width = generator.uniform(0.0, 21.0, (n, 1))
    sheet = np.concatenate([angle * np.cos(angle), width, angle * np.sin(angle)], axis=1)
    points = sheet + noise * generator.standard_normal((n, 3))
    return SwissRoll(points.astype("float32"), angle.astype("float32"))
