"""InFit: compiled into a model, the candidate trains it as the reference does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure
from autograder.questions.base import Question, Setting, namespace
from autograder.record import answer_to
from autograder.tolerance import Tolerance

EXAMPLES, FEATURES, BATCH = 20, 3, 8


@dataclass(frozen=True, kw_only=True)
class InFit(Question):
    """Asks for the loss of a short `fit` from given weights, the last batch being smaller.

    Args:
        expression: The loss to compile with, in which the exercise's name is the candidate.
        part: What the expression is: "loss" for `compile(loss=…)`, or the name of an argument of
            the Dense layer, such as "kernel_regularizer".
        weighted: Whether `sample_weight` is given.
        units: The width of the model's output.
        rate: The learning rate: small enough for the reference's losses to stay finite.
    """

    name: str = "in fit"
    title: str = "In compile and fit"
    expression: str
    part: str = "loss"
    weighted: bool = False
    units: int = 1
    rate: float = 0.05

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """The loss of one epoch, and the trained weights."""
        names = {**namespace(), setting.exercise: candidate}
        trained: list[Any] = []

        def losses() -> Any:
            model, history = self._fit(eval(self.expression, names), setting)
            trained.append(model)
            return np.array(history.history["loss"], setting.precision)

        answers = {"the loss of an epoch": answer_to(losses)}
        for model in trained:
            answers["the trained kernel"] = answer_to(lambda m=model: m.layers[0].kernel)  # type: ignore[misc]
        return answers

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """A fit that failed is told by its error, not by the weights that are missing."""
        first = "the loss of an epoch"
        if isinstance(observed.get(first), Failure) and not isinstance(expected[first], Failure):
            expected = {first: expected[first]}
        return super().judge(observed, expected, setting)

    def _fit(self, part: Any, setting: Setting) -> tuple[Any, Any]:
        import keras

        x, y, sample_weight, kernel = _data(setting, self.units)
        loss = part if self.part == "loss" else "mse"
        extra = {} if self.part == "loss" else {self.part: part}
        model = keras.Sequential(
            [keras.Input((FEATURES,)), keras.layers.Dense(self.units, **extra)]
        )
        model.set_weights([kernel, np.zeros(self.units)])
        model.compile(loss=loss, optimizer=keras.optimizers.SGD(self.rate))
        weights = sample_weight if self.weighted else None
        history = model.fit(x, y, sample_weight=weights, batch_size=BATCH, shuffle=False, verbose=0)
        return model, history

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The compiled part, and which answer was compared."""
        weights = ", with sample_weight" if self.weighted else ""
        return f"{self.part}={self.expression} in fit{weights}: {label}", {}

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """Products of matrices are involved."""
        return Tolerance(scale=1.0, length=EXAMPLES, products=True)


def _data(setting: Setting, units: int) -> Sequence[Any]:
    rng = np.random.default_rng([setting.seed, 20])
    x = rng.normal(size=(EXAMPLES, FEATURES))
    y = rng.normal(scale=3.0, size=(EXAMPLES, 1))
    sample_weight = rng.uniform(0.5, 3.0, EXAMPLES)
    kernel = rng.normal(scale=0.5, size=(FEATURES, units))
    single = [array.astype("float32") for array in (x, y, sample_weight, kernel)]
    return [array.astype(setting.precision) for array in single]
