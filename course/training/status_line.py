"""The line that a training loop shows of itself: how far it is, its loss, its metrics.

Source: the contract of `keras.metrics.Metric`, https://keras.io/api/metrics/base_metric/.
"""

import contextlib
import io
import re

import keras
import numpy as np

from autograder import Exercise, Mistake, ask


def status_line(step, total, loss, metrics):
    """Returns one line of text that tells how training goes.

    It shows how far the loop is as `step/total`, for example `32/2000`, the loss as a number,
    and every metric by its name, with its result as a number beside it. What else stands in the
    line, and how numbers are rounded, is yours to choose, as long as one digit or more is left
    behind the point. Nothing is printed, and the metrics go on as they were.

    Args:
        step: How many steps, or examples, are done, a Python int.
        total: How many there are in all, a Python int.
        loss: The loss so far, a Python float.
        metrics: A list of Keras metrics with something counted in each; it may be empty.

    Returns:
        The line, a string.

    Examples:
        >>> mae = keras.metrics.Mean(name="mae")
        >>> mae.update_state([1.0, 2.0])
        >>> line = status_line(32, 2000, 0.25, [mae])
        >>> "32/2000" in line, "0.25" in line, "mae" in line, "1.5" in line
        (True, True, True, True)
    """
    ### BEGIN SOLUTION
    shown = {"loss": loss, **{metric.name: float(metric.result()) for metric in metrics}}
    return f"{step}/{total} - " + " - ".join(
        f"{name}: {value:.4f}" for name, value in shown.items()
    )
    ### END SOLUTION


def _joined(step, total, loss, shown):
    return " - ".join([f"{step}/{total}", f"loss: {loss:.4f}", *shown])


def printed(step, total, loss, metrics):
    print(_joined(step, total, loss, [f"{one.name}: {one.result():.4f}" for one in metrics]))


def metrics_reset(step, total, loss, metrics):
    line = _joined(step, total, loss, [f"{one.name}: {one.result():.4f}" for one in metrics])
    for metric in metrics:
        metric.reset_state()
    return line


def loss_taken_for_a_metric(step, total, loss, metrics):
    shown = [f"{one.name}: {one.result():.4f}" for one in [loss, *metrics]]
    return " - ".join([f"{step}/{total}", *shown])


def only_the_last_metric(step, total, loss, metrics):
    line = _joined(step, total, loss, [])
    for metric in metrics:
        line = _joined(step, total, loss, [f"{metric.name}: {metric.result():.4f}"])
    return line


def result_not_called(step, total, loss, metrics):
    return _joined(step, total, loss, [f"{one.name}: {one.result}" for one in metrics])


def names_of_classes(step, total, loss, metrics):
    shown = [f"{type(one).__name__}: {one.result():.4f}" for one in metrics]
    return _joined(step, total, loss, shown)


def one_line_each(step, total, loss, metrics):
    shown = [f"{one.name}: {one.result():.4f}" for one in metrics]
    return "\n".join([f"{step}/{total}", f"loss: {loss:.4f}", *shown])


# Which numbers stand in a line: a digit that belongs to a word, as in `float32`, is none.
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
NAMES = ["mae", "accuracy", "precision", "recall", "auc"]


def _status(setting, many):
    """Step, total, loss, and names and results of metrics; no two numbers are alike."""
    rng = np.random.default_rng([setting.seed, 64, many])
    names = [str(name) for name in rng.permutation(NAMES)[:many]]
    # Halves: they look the same however they are rounded, and are exact in any precision.
    halves = [float(10 * place + rng.integers(1, 9)) + 0.5 for place in range(many + 1)]
    return int(rng.integers(50, 70)), int(rng.integers(80, 99)), halves[0], names, halves[1:]


def _scene(*sizes):
    """What comes back, what is printed and what the metrics hold afterwards."""

    def scene(candidate, setting):
        told = {}
        for many in sizes:
            step, total, loss, names, results = _status(setting, many)
            metrics = [keras.metrics.Mean(name=name) for name in names]
            for metric, result in zip(metrics, results, strict=True):
                metric.update_state([result - 2.0])
                metric.update_state([result + 1.0, result + 1.0])
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                told[f"line {many}"] = candidate(step, total, loss, metrics)
            told[f"printed {many}"] = printed.getvalue()
            for place, metric in enumerate(metrics):
                told[f"result {many}, {place}"] = float(metric.result())
        return told

    def work(told, setting):
        return {
            label: fact
            for many in sizes
            for label, fact in _what_it_shows(told, many, *_status(setting, many)).items()
        }

    return {"scene": scene, "work": work}


def _what_it_shows(told, many, step, total, loss, names, results):
    """What a reader finds in the line, by label."""
    line, call = told[f"line {many}"], f"{many} metric{'s' * (many != 1)}"
    is_text = isinstance(line, str)
    facts = {
        f"{call}: what comes back": "a line of text" if is_text else "no text",
        f"{call}: what is printed": told[f"printed {many}"].strip() or "nothing",
    }
    text = line.strip() if is_text else ""
    place = re.search(rf"(?<![\w.])0*{step}\s*/\s*{total}(?![\w.]*\d)", text)
    facts[f"{call}: how far it is"] = f"{step}/{total}" if place else f"no {step}/{total}"
    rest = text.replace(place[0], " ", 1) if place else text
    facts[f"{call}: the loss"] = _found(loss, NUMBER.findall(rest))
    for name, result in zip(names, results, strict=True):
        facts[f"{call}: the result of {name}"] = _beside(name, result, rest)
    facts[f"{call}: lines"] = len(text.splitlines())
    for number, name in enumerate(names):
        facts[f"{call}: what {name}.result() is afterwards"] = told[f"result {many}, {number}"]
    return facts


def _found(wanted, numbers):
    near = any(abs(float(one) - wanted) < 0.06 for one in numbers)
    return f"{wanted:g}" if near else f"no {wanted:g}"


def _beside(name, wanted, text):
    """The result as the line has it: the number next to the name, after or before it."""
    spots = list(re.finditer(rf"(?<!\w){name}(?!\w)", text))
    if not spots:
        return f"Mean, and no {name}" if re.search(r"\bMean\b", text) else f"no {name}"
    if any(text[spot.end() :].lstrip(" :='").startswith("<bound method") for spot in spots):
        return "<bound method …>"
    after = [one for spot in spots for one in NUMBER.findall(text[spot.end() :])[:1]]
    before = [one for spot in spots for one in NUMBER.findall(text[: spot.start()])[-1:]]
    return _found(wanted, [*after, *before])


exercise = Exercise(
    status_line,
    points=1,
    minutes=6,
    difficulty=1,
    importance=2,
    after="random_batch",
    teaches=["R-23"],
    questions=[
        ask.behaviour(**_scene(2), name="two metrics", title="With two metrics", weight=2),
        ask.behaviour(**_scene(1, 3), name="one and three", title="With one metric, and three"),
        ask.behaviour(**_scene(0), name="no metrics", title="Without metrics", weight=0.5),
    ],
    hints=[
        "Write the line for one metric by hand first. Which parts of it change from step to step?",
        "A metric has a `name`, and a method `result()`, which gives a scalar tensor.",
        "An f-string rounds: `{value:.4f}`. The pieces of a list are joined by "
        '`" - ".join(pieces)`; `print` would show the line, and return nothing.',
        'pieces = [f"{…}/{…}", f"loss: {…:.4f}"]\nfor metric in metrics:\n'
        '    pieces.append(f"{…}: {…:.4f}")\nreturn " - ".join(pieces)',
    ],
    mistakes=[
        Mistake(
            printed,
            "You print the line, and return nothing. Leave it to the caller what becomes of it.",
        ),
        Mistake(
            metrics_reset,
            "The line is right, but the metrics are empty afterwards. Showing a number should "
            "not change it: resetting belongs to the end of the epoch.",
        ),
        Mistake(
            loss_taken_for_a_metric,
            "The loss comes as a plain number, which has neither a name nor a result. Only the "
            "metrics have.",
        ),
        Mistake(
            only_the_last_metric,
            "Only the last metric is left: each turn of your loop writes over the line of the "
            "turn before.",
        ),
        Mistake(
            result_not_called,
            "Where the results should stand, methods do: `metric.result` is the method itself, "
            "and it must be called.",
        ),
        Mistake(
            names_of_classes,
            "You show what class a metric is of. Two of one class would look alike: their names "
            "tell them apart.",
        ),
        Mistake(
            one_line_each,
            "You spread it over several lines. One line is asked for, so that the next one can "
            "take its place.",
        ),
    ],
)
