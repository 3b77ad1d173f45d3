"""A validation set drawn at random: shuffled first, split then, every pair kept together.

Source: T. Hastie, R. Tibshirani, J. Friedman, "The Elements of Statistical Learning", 2009,
section 7.2.
"""

from collections import Counter

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask
from course.training.examples import (
    examples,
    faults,
    given,
    how_many,
    left_alone,
    pair,
    row,
    shapes,
)


def shuffled_split(inputs, targets, fraction, seed):
    """Splits examples at random into some for training and some for validation.

    Which examples go to validation is left to chance, and chance to `seed`: the same seed gives
    the same split every time, another seed another one. Every example is in one of the parts,
    none is in both, and each keeps its target. The arrays that you are given stay as they are.
    Which permutation you use, and in which order the examples stand within a part, is yours to
    choose; the training part comes first.

    Args:
        inputs: NumPy array (n, …), one example per entry of the first axis.
        targets: NumPy array (n, …), in the same order.
        fraction: Which part of the examples goes to validation, a float between 0 and 1. Where
            `fraction * n` is not a whole number, rounding is up to you.
        seed: A Python int, 0 or greater.

    Returns:
        `((training inputs, training targets), (validation inputs, validation targets))`, as NumPy
        arrays or tensors.

    Examples:
        >>> inputs, targets = np.arange(8.0).reshape(8, 1), 10 * np.arange(8.0)
        >>> (x, y), (val_x, val_y) = shuffled_split(inputs, targets, 0.25, seed=7)
        >>> x.shape, y.shape, val_x.shape, val_y.shape
        ((6, 1), (6,), (2, 1), (2,))
        >>> bool(np.all(y == 10 * x[:, 0]))
        True
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(len(inputs))
    held_out = round(fraction * len(inputs))
    validation, training = order[:held_out], order[held_out:]
    return (inputs[training], targets[training]), (inputs[validation], targets[validation])
    ### END SOLUTION


def not_shuffled(inputs, targets, fraction, seed):
    kept = len(inputs) - round(fraction * len(inputs))
    return (inputs[:kept], targets[:kept]), (inputs[kept:], targets[kept:])


def _split_by(order, inputs, targets, fraction):
    held_out = round(fraction * len(inputs))
    validation, training = order[:held_out], order[held_out:]
    return (inputs[training], targets[training]), (inputs[validation], targets[validation])


def pairs_torn(inputs, targets, fraction, seed):
    rng = np.random.default_rng(seed)
    return not_shuffled(rng.permutation(inputs), rng.permutation(targets), fraction, seed)


def seed_ignored(inputs, targets, fraction, seed):
    return _split_by(np.random.permutation(len(inputs)), inputs, targets, fraction)


def callers_arrays_shuffled(inputs, targets, fraction, seed):
    for array in (inputs, targets):
        np.random.default_rng(seed).shuffle(array)
    return not_shuffled(inputs, targets, fraction, seed)


def fraction_for_training(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    return _split_by(order, inputs, targets, 1 - fraction)


def with_replacement(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).integers(len(inputs), size=len(inputs))
    return _split_by(order, inputs, targets, fraction)


def four_arrays(inputs, targets, fraction, seed):
    order = np.random.default_rng(seed).permutation(len(inputs))
    (x, y), (val_x, val_y) = _split_by(order, inputs, targets, fraction)
    return x, val_x, y, val_y


def _arrays(answer):
    """The four arrays of an answer, training's first, or a few words where it isn't two pairs."""
    parts = [pair(part) for part in answer] if isinstance(answer, tuple | list) else []
    if len(parts) == 2 and not any(isinstance(part, str) for part in parts):
        return [array for part in parts for array in part]
    return pair(answer) if len(parts) != 2 else "two things that are no pairs"


ASKED = [(24, 0.25, 0, True), (16, 0.375, 5, False), (8, 0.75, 2, True)]


def parts(candidate, setting):
    """The four arrays of some splits."""
    return {
        f"{n}": _arrays(candidate(*given(setting, n, column=column), fraction, seed))
        for n, fraction, seed, column in ASKED
    }


def what_the_parts_hold(told, setting):
    """Sizes and shapes of the parts, and which examples are in them."""
    facts = {}
    for n, fraction, seed, column in ASKED:
        call, arrays = f"{n} examples, fraction={fraction}, seed={seed}", told[f"{n}"]
        if isinstance(arrays, str):
            return {f"{call}: what comes back": arrays}
        facts[f"{call}: what comes back"] = "two pairs"
        x, y, val_x, val_y = arrays
        facts[f"{call}: shapes of the four arrays"] = shapes(arrays)
        inputs, targets = examples(setting, n, column=column)
        rows = Counter(row(one) for one in [*x, *val_x])
        lost = sum(row(one) not in rows for one in inputs)
        twice = sum(many > 1 for many in rows.values())
        facts[f"{call}: examples that are lost"] = how_many(lost, n)
        facts[f"{call}: examples that turn up twice"] = how_many(twice, n)
        for fault, many in faults([(x, y), (val_x, val_y)], inputs, targets).items():
            facts[f"{call}: {fault}"] = many
    return facts


def _all_blocks(splits, inputs):
    """Whether each split holds out neighbours, the last and the first being some too, in words."""
    place = {int(one): i for i, one in enumerate(inputs[:, 0])}
    held_out = [{place.get(int(one), -9) for one in arrays[2][:, 0]} for arrays in splits]
    blocks = all(
        sum((one + 1) % len(inputs) not in places for one in places) == 1 for places in held_out
    )
    return "neighbours in the array" if blocks else "from all over the array"


def seeds(candidate, setting):
    """Splits for one seed, for the same once more, for the next one; chance has moved on."""
    told, seed = {}, 10 + setting.seed % 89
    for name, one in (("first", seed), ("again", seed), ("other", seed + 1)):
        told[name] = _arrays(candidate(*given(setting, 24), 0.25, one))
        np.random.random(3), tf.random.uniform([3])
    return told


def whether_the_seed_decides(told, setting):
    """Whether a seed gives its own split, and always the same."""
    inputs, _ = examples(setting, 24)
    same = all(map(np.array_equal, told["first"], told["again"]))
    ids = [set(told[name][2][:, 0]) & set(inputs[:, 0]) for name in ("first", "other")]
    return {
        "the same seed once more": "the same split" if same else "another split",
        "the next seed": "another split" if ids[0] != ids[1] else "the same examples held out",
        "the examples held out are": _all_blocks([told["first"], told["other"]], inputs),
        "examples of mine that were held out": len(ids[0]),
    }


def thirty_seeds(candidate, setting):
    """The four arrays of a split for each of thirty seeds."""
    return {f"{seed}": _arrays(candidate(*given(setting, 16), 0.375, seed)) for seed in range(30)}


def whether_all_have_a_chance(told, setting):
    """Examples that are never held out, or always."""
    inputs, _ = examples(setting, 16)
    counts = Counter(one for arrays in told.values() for one in arrays[2][:, 0].astype(int))
    never, always = (sum(counts[one] == many for one in inputs[:, 0]) for many in (0, 30))
    return {
        "examples that are held out for none of thirty seeds": how_many(never, 16),
        "examples that are held out for each of thirty seeds": how_many(always, 16),
        "the examples held out are": _all_blocks(told.values(), inputs),
    }


exercise = Exercise(
    shuffled_split,
    points=2,
    minutes=10,
    difficulty=2,
    importance=4,
    after="decision_line",
    teaches=["R-14", "R-17"],
    questions=[
        ask.behaviour(
            parts, work=what_the_parts_hold, name="parts", title="What the parts hold", weight=1.5
        ),
        ask.behaviour(
            seeds,
            work=whether_the_seed_decides,
            name="seeds",
            title="What the seed decides",
            weight=1.5,
        ),
        ask.behaviour(
            thirty_seeds,
            work=whether_all_have_a_chance,
            name="by chance",
            title="Every example has its chance",
            needs="parts",
        ),
        ask.behaviour(
            **left_alone(24, lambda candidate, x, y: candidate(x, y, 0.25, 3)),
            name="left alone",
            title="The caller's arrays stay",
            needs="parts",
            weight=0.5,
        ),
    ],
    hints=[
        "Imagine the examples sorted by class, as they often come. What would the last quarter "
        "of them be?",
        "Shuffle the places, not the arrays: one permutation of 0 … n − 1 can pick from both, so "
        "that pairs stay together.",
        "`np.random.default_rng(seed).permutation(n)` is such an order. Its first entries name "
        "the examples for validation, the others those for training.",
        "order = np.random.default_rng(…).permutation(…)\nheld_out = …\n"
        "validation, training = order[:…], order[…:]\n"
        "return (inputs[…], targets[…]), (inputs[…], targets[…])",
    ],
    mistakes=[
        Mistake(
            not_shuffled,
            "Whatever the seed, the same examples are held out, in the order in which they came. "
            "Where they are sorted by class, validation sees one class only: shuffle first.",
        ),
        Mistake(
            pairs_torn,
            "Inputs and targets are shuffled apart from each other, so that examples get others' "
            "targets. One order must serve both.",
        ),
        Mistake(
            seed_ignored,
            "The same call gives another split next time, so that nobody can repeat your "
            "experiment. Where does your chance come from, if not from `seed` alone?",
        ),
        Mistake(
            callers_arrays_shuffled,
            "The split is right, but the caller's arrays are shuffled now: `shuffle` works in "
            "place. Shuffle a copy, or the places instead.",
        ),
        Mistake(
            fraction_for_training,
            "The parts have each other's sizes: `fraction` says how much goes to validation, the "
            "second pair.",
        ),
        Mistake(
            with_replacement,
            "You draw with replacement: some examples turn up twice, perhaps in both parts, and "
            "others never. Which method of the generator gives each place once?",
        ),
        Mistake(
            four_arrays,
            "You return four arrays in a row, in the order of scikit-learn. Two pairs are asked "
            "for: first training's inputs and targets, then validation's.",
        ),
    ],
)
