"""Numbers for a candidate's weights, the same for every right candidate whatever it calls them."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import Any

import numpy as np

from autograder.inputs import Array

_NOT = " not trainable"
_SHAPE = re.compile(r"\([^()]*\)(?: not trainable)?")


def float_weights(owner: Any) -> list[Any]:
    """The floating-point weights of a layer or model; a generator's state is no weight here."""
    return [one for one in owner.weights if "float" in str(one.dtype)]


def give_numbers(owner: Any, seed: int = 0, scale: float = 0.7) -> None:
    """Gives every weight numbers that depend on its shape and on how many like it come before.

    Names of attributes and of weights are the author's own affair, so they play no part. Weights
    of equal shape go by their order, but constants by their value: offsets (zeros) come before
    scales (ones), in whatever order they were made.
    """
    seen: Counter[tuple[int, ...]] = Counter()
    for weight in sorted(float_weights(owner), key=_starts_with_ones):
        shape = plain_shape(weight)
        source = zlib.crc32(repr((shape, seen[shape])).encode())
        seen[shape] += 1
        values = np.random.default_rng([source, seed]).uniform(-scale, scale, weight.shape)
        weight.assign(values.astype("float32"))


def describe_weights(owner: Any) -> str:
    """What the weights are, sorted by shape: `bias (4,), kernel (3, 4)`, or `none`."""
    weights = sorted(float_weights(owner), key=lambda one: (plain_shape(one), one.trainable))
    texts = [f"{one.name} {plain_shape(one)}{_NOT * (not one.trainable)}" for one in weights]
    return ", ".join(texts) or "none"


def weights_apart(observed: str, expected: str) -> str:
    """How two descriptions differ in number, shapes and what trains; names are open.

    Examples:
        >>> weights_apart("kernel (3, 4)", "w (3, 4), bias (4,)")
        'Missing: (4,).'
        >>> weights_apart("a (2,), kernel (3, 4)", "w (3, 4), bias (2,)")
        ''
    """
    got, wanted = (Counter(_SHAPE.findall(text)) for text in (observed, expected))
    missing, extra = ", ".join((wanted - got).elements()), ", ".join((got - wanted).elements())
    if missing and not got:
        return (
            "Keras tracks no weights of yours. Were they made in `call`, as `tf.Variable`, or in "
            "an object that is no layer? Make them by `add_weight` or as layers in attributes."
        )
    told = [f"Missing: {missing}." * bool(missing), f"Too many: {extra}." * bool(extra)]
    return " ".join(one for one in told if one)


def plain_shape(weight: Any) -> tuple[int, ...]:
    """A weight's shape without axes of length 1: a bias (1, units) does what one (units,) does."""
    return tuple(size for size in weight.shape if size != 1)


def _starts_with_ones(weight: Any) -> bool:
    values: Array = np.asarray(weight)
    return values.size > 0 and bool(np.all(values == 1.0))
