"""Trains: a training step, called batch after batch from the same start as the reference's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Plain
from autograder.inputs import Array
from autograder.questions.base import Question, Setting, namespace
from autograder.questions.graph import in_one_graph
from autograder.questions.weights import give_numbers
from autograder.record import answer_to, attempt, record
from autograder.tolerance import Tolerance

FEATURES = 3
Start = Callable[[Setting], Mapping[str, Any]]
Step = Callable[[Any, Any], Any]


@dataclass(frozen=True, kw_only=True)
class Trains(Question):
    """Calls a training step on some batches, then looks at what came back and at every weight.

    Args:
        expression: One step, for example `train_step(model, optimizer, loss_fn, x, y)`; `x` and
            `y` are the batch, other names come from `start`.
        start: Makes a fresh model, optimizer and so on, by the names that the expression uses.
            Every model among them gets the numbers of the seed.
        sizes: How many examples each batch has.
        units: How many numbers a target has.
        returned: Whether the step returns the loss.
        graph: Whether the step runs inside one `tf.function` for any batch size.
    """

    name: str = "training"
    title: str = "Loss and weights, step by step"
    expression: str
    start: Start
    sizes: tuple[int, ...] = (8, 8, 5)
    units: int = 1
    returned: bool = True
    graph: bool = False

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """The loss of each step; after the last, every weight by model and place."""
        import keras
        import tensorflow as tf

        given = dict(self.start(setting))
        models = {name: one for name, one in given.items() if isinstance(one, keras.Model)}
        for model in models.values():
            give_numbers(model, setting.seed)
        names = {**namespace(), **given}
        code = compile(self.expression, "<question>", "eval")

        def step_of(called: Any) -> Step:
            return lambda x, y: eval(code, {**names, setting.exercise: called, "x": x, "y": y})

        step = step_of(candidate)
        if self.graph:
            kinds = [
                tf.TensorSpec([None, size], setting.precision) for size in (FEATURES, self.units)
            ]
            step = in_one_graph(step_of, candidate, kinds)
        answers: dict[str, Answer] = {}
        for number, (x, y) in enumerate(self.batches(setting), 1):
            batch = tf.constant(x), tf.constant(y)
            back = attempt(lambda batch=batch: step(*batch))  # type: ignore[misc]
            if isinstance(back, Failure) or self.returned:
                answers[f"the loss that step {number} returns"] = _loss(back)
            if isinstance(back, Failure):
                return answers
        for name, model in models.items():
            for place, weight in enumerate(model.weights, 1):
                label = f"weight {place} of {name}, {weight.name}, after the last step"
                answers[label] = answer_to(lambda weight=weight: np.asarray(weight.value))  # type: ignore[misc]
        return answers

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """A step that raised is told by its error, the weights after it by nothing."""
        failed = next((k for k, one in observed.items() if isinstance(one, Failure)), None)
        if failed is not None and not isinstance(expected.get(failed), Failure):
            first = next(iter(expected))
            expected = {failed: expected.get(failed, expected[first])}
            observed = {failed: observed[failed]}
        return super().judge(observed, expected, setting)

    def batches(self, setting: Setting) -> list[tuple[Array, Array]]:
        """Inputs (size, 3) and targets (size, units) of every batch."""
        rng = self.generator(setting)
        return [
            (
                rng.normal(size=(size, FEATURES)).astype("float32").astype(setting.precision),
                rng.normal(size=(size, self.units)).astype("float32").astype(setting.precision),
            )
            for size in self.sizes
        ]

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """The step, how often it is called, and which answer was compared."""
        where = " inside tf.function" if self.graph else ""
        return f"{self.expression}{where}, {len(self.sizes)} times: {label}", {}

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """Products of matrices are involved."""
        return Tolerance(scale=1.0, length=sum(self.sizes), products=True)


def _loss(back: Any) -> Answer:
    """A loss as a number, whether it came as a tensor, as NumPy's or as Python's."""
    if isinstance(back, Failure):
        return back

    def plain() -> Any:
        if back is None:
            return record(None)
        return float(np.asarray(back)) if np.shape(back) == () else record(back)

    found = attempt(plain)
    return Plain(found) if isinstance(found, float) else found
