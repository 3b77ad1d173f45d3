"""A batch drawn by hand: random places, the same ones from inputs and targets.

Source: the documentation of `numpy.random.Generator`,
https://numpy.org/doc/stable/reference/random/generator.html.
"""

from collections import Counter

import numpy as np

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


def random_batch(inputs, targets, batch_size, rng):
    """Draws a batch of examples at random, with a given generator.

    Every example has the same chance, and each is picked by itself: a run of neighbours from a
    random start won't do. Whether one may come twice, with replacement, or not is yours to choose.
    All randomness comes from `rng`:
    generators in equal states give equal batches, and each call moves the generator on, so that
    the next batch is another one. The arrays that you are given stay as they are.

    Args:
        inputs: NumPy array (n, …), one example per entry of the first axis.
        targets: NumPy array (n, …), in the same order.
        batch_size: How many examples are drawn, a Python int from 1 to n.
        rng: A `numpy.random.Generator`, as `np.random.default_rng` gives it; it is moved on.

    Returns:
        A pair: inputs (batch_size, …) and their targets (batch_size, …), as NumPy arrays or
        tensors.

    Examples:
        >>> inputs, targets = np.arange(8.0).reshape(8, 1), 10 * np.arange(8.0)
        >>> x, y = random_batch(inputs, targets, 3, np.random.default_rng(0))
        >>> x.shape, y.shape, bool(np.all(y == 10 * x[:, 0]))
        ((3, 1), (3,), True)
    """
    ### BEGIN SOLUTION
    places = rng.integers(len(inputs), size=batch_size)
    return inputs[places], targets[places]
    ### END SOLUTION


def old_random_numbers(inputs, targets, batch_size, rng):
    places = np.random.randint(len(inputs), size=batch_size)
    return inputs[places], targets[places]


def drawn_apart(inputs, targets, batch_size, rng):
    return rng.choice(inputs, batch_size), rng.choice(targets, batch_size)


def generator_of_its_own(inputs, targets, batch_size, rng):
    places = np.random.default_rng(42).integers(len(inputs), size=batch_size)
    return inputs[places], targets[places]


def last_never_drawn(inputs, targets, batch_size, rng):
    places = rng.integers(0, len(inputs) - 1, size=batch_size)
    return inputs[places], targets[places]


def always_the_first(inputs, targets, batch_size, rng):
    return inputs[:batch_size], targets[:batch_size]


def neighbours(inputs, targets, batch_size, rng):
    start = rng.integers(len(inputs) - batch_size + 1)
    return inputs[start : start + batch_size], targets[start : start + batch_size]


def method_of_the_old_ones(inputs, targets, batch_size, rng):
    places = rng.randint(len(inputs), size=batch_size)
    return inputs[places], targets[places]


ASKED = [(40, 8, True), (16, 1, False), (12, 5, True)]


def _drawn(candidate, setting, n, batch_size, rng, *, column=True):
    return pair(candidate(*given(setting, n, column=column), batch_size, rng))


def batches(candidate, setting):
    """Batches of several sizes."""
    return {
        f"{n}": _drawn(candidate, setting, n, size, np.random.default_rng(n), column=column)
        for n, size, column in ASKED
    }


def what_the_batches_hold(told, setting):
    """Their shapes, and whether they are made of the examples."""
    facts = {}
    for n, size, column in ASKED:
        call, arrays = f"batch_size={size}, {n} examples", told[f"{n}"]
        if isinstance(arrays, str):
            return {f"{call}: what comes back": arrays}
        facts[f"{call}: what comes back"] = "a pair"
        facts[f"{call}: shapes of inputs and targets"] = shapes(arrays)
        for fault, many in faults([arrays], *examples(setting, n, column=column)).items():
            facts[f"{call}: {fault}"] = many
    return facts


def generators(candidate, setting):
    """Two batches from one generator, one from its equal, one from another."""
    rng, equal, other = (np.random.default_rng([setting.seed, one]) for one in (62, 62, 63))
    return {
        "first": _drawn(candidate, setting, 40, 8, rng),
        "equal": _drawn(candidate, setting, 40, 8, equal),
        "next": _drawn(candidate, setting, 40, 8, rng),
        "other": _drawn(candidate, setting, 40, 8, other),
    }


def whether_the_generator_decides(told, setting):
    """Whether all chance comes from the generator."""
    known = {row(one) for one in examples(setting, 40)[0]}
    facts = {
        label: "the same batch"
        if all(map(np.array_equal, told["first"], told[name]))
        else "another batch"
        for label, name in (
            ("from an equal generator", "equal"),
            ("the next batch from one generator", "next"),
            ("from a generator with another seed", "other"),
        )
    }
    return {**facts, "examples of mine": sum(row(one) in known for one in told["first"][0])}


def sixty_batches(candidate, setting):
    """Sixty batches in a row."""
    rng = np.random.default_rng([setting.seed, 64])
    return {f"{number}": _drawn(candidate, setting, 16, 6, rng) for number in range(60)}


def whether_all_have_a_chance(told, setting):
    """Examples that are never drawn, and batches of neighbours."""
    place = {int(one): i for i, one in enumerate(examples(setting, 16)[0][:, 0])}
    drawn = [[place.get(int(one), -9) for one in x[:, 0]] for x, _ in told.values()]
    counts = Counter(one for batch in drawn for one in batch)
    never = [one for one in range(16) if not counts[one]]
    side_by_side = sum(bool(np.all(np.diff(batch) == 1)) for batch in drawn)
    one_alone = sum(len(set(batch)) == 1 for batch in drawn)
    return {
        "examples that are in none of sixty batches": {(): "none", (15,): "the last"}.get(
            tuple(never), "others"
        ),
        "batches whose examples stand side by side in the array": how_many(side_by_side, 60),
        "batches that hold one example over and over": how_many(one_alone, 60),
        "whether they differ": "they do" if len(set(map(tuple, drawn))) > 1 else "all are alike",
    }


exercise = Exercise(
    random_batch,
    points=1,
    minutes=5,
    difficulty=1,
    importance=3,
    after="predict_in_batches",
    teaches=["R-22"],
    questions=[
        ask.behaviour(
            batches, work=what_the_batches_hold, name="batches", title="What a batch holds"
        ),
        ask.behaviour(
            generators,
            work=whether_the_generator_decides,
            name="generator",
            title="What the generator decides",
        ),
        ask.behaviour(
            sixty_batches,
            work=whether_all_have_a_chance,
            name="by chance",
            title="Every example has its chance",
            needs="batches",
        ),
        ask.behaviour(
            **left_alone(12, lambda candidate, *xy: candidate(*xy, 5, np.random.default_rng(1))),
            name="left alone",
            title="The caller's arrays stay",
            needs="batches",
            weight=0.5,
        ),
    ],
    hints=[
        "Which examples are drawn must be decided once, for inputs and targets together.",
        "Draw places, whole numbers below n. An array takes a list of places as its index.",
        "`rng.integers(n, size=…)` draws from 0 to n − 1, with replacement; `rng.choice` and "
        "`rng.permutation` can do without.",
        "places = rng.integers(…, size=…)\nreturn inputs[…], targets[…]",
    ],
    mistakes=[
        Mistake(
            old_random_numbers,
            "Your batch does not come from the generator that you are given: with an equal one it "
            "is another. Nobody can repeat it that way: let all chance come from `rng`.",
        ),
        Mistake(
            drawn_apart,
            "Inputs and targets are drawn apart from each other, so that examples get others' "
            "targets. The same places must serve both.",
        ),
        Mistake(
            generator_of_its_own,
            "You make a generator of your own, with the same seed at each call: every batch is "
            "the same. Draw from the one that you are given, which moves on.",
        ),
        Mistake(
            last_never_drawn,
            "The last example is never drawn: `integers(low, high)` leaves `high` out by itself.",
        ),
        Mistake(
            always_the_first,
            "Every batch holds the first examples, and all others are never seen. Where does "
            "chance come in?",
        ),
        Mistake(
            neighbours,
            "Your batches are examples that stand side by side; where the data are sorted, that "
            "is one class. Draw every place by itself.",
        ),
        Mistake(
            method_of_the_old_ones,
            "`randint` belongs to NumPy's older random numbers. What is it called in a "
            "`numpy.random.Generator`?",
        ),
    ],
)
