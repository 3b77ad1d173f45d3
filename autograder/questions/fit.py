"""InFit: compiled into a model, the candidate trains it as the reference does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Plain
from autograder.questions.base import Question, Setting, namespace, up_to_failure
from autograder.questions.weights import give_numbers
from autograder.record import answer_to
from autograder.tolerance import Tolerance

EXAMPLES, FEATURES, BATCH = 20, 3, 8
FIRST = "the loss of an epoch"


@dataclass(frozen=True, kw_only=True)
class InFit(Question):
    """Asks for the loss of a short `fit` from given weights, the last batch being smaller.

    Args:
        expression: What to train with, in which the exercise's name is the candidate.
        part: What the expression is: "loss" for `compile(loss=…)`, "layer" for a layer before the
            model's Dense layer, or the name of an argument of the Dense layer, such as
            "kernel_regularizer".
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

        answers = {FIRST: answer_to(losses)}
        for model in trained:
            answers["the trained kernel"] = answer_to(lambda m=model: m.layers[-1].kernel)  # type: ignore[misc]
        return answers

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """A fit that failed is told by its error, not by the weights that are missing."""
        return super().judge(observed, up_to_failure(observed, expected, FIRST), setting)

    def _fit(self, part: Any, setting: Setting) -> tuple[Any, Any]:
        import keras

        x, y, sample_weight, kernel = _data(setting, self.units)
        loss = part if self.part == "loss" else "mse"
        extra = {} if self.part in ("loss", "layer") else {self.part: _as_object(part, self.part)}
        before = [part] if self.part == "layer" else []
        dense = keras.layers.Dense(self.units, **extra)
        model = keras.Sequential([keras.Input((FEATURES,)), *before, dense])
        if before:
            give_numbers(model, setting.seed)
        else:
            model.set_weights([kernel, np.zeros(self.units)])
        model.compile(loss=loss, optimizer=keras.optimizers.SGD(self.rate))
        weights = sample_weight if self.weighted else None
        history = model.fit(batches(x, y, weights), verbose=0)
        return model, history

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The compiled part, and which answer was compared."""
        weights = ", with sample_weight" if self.weighted else ""
        return f"{self.part}={self.expression} in fit{weights}: {label}", {}

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """Products of matrices are involved."""
        return Tolerance(scale=1.0, length=EXAMPLES, products=True)


@dataclass(frozen=True, kw_only=True)
class MetricInFit(Question):
    """Asks what `fit` and `evaluate` report of a metric, plain and weighted, epoch by epoch.

    The model stands still (its learning rate is 0), so every epoch must report the same.

    Args:
        expression: Makes the metric.
        labels: Whether targets are 0 or 1, and predictions between 0 and 1.
    """

    name: str = "in fit"
    title: str = "In compile, fit and evaluate"
    expression: str
    labels: bool = False

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """Values by epoch of the metric in `metrics=` and in `weighted_metrics=`."""
        names = {**namespace(), setting.exercise: candidate}
        told: dict[str, float] = {}
        failed = answer_to(lambda: told.update(self._fit(names, setting)))
        if isinstance(failed, Failure):
            return {"fit": failed}
        return {"fit": Plain("ran"), **{label: Plain(value) for label, value in told.items()}}

    def _fit(self, names: dict[str, Any], setting: Setting) -> dict[str, float]:
        import keras

        plain, weighted = (eval(self.expression, names) for _ in range(2))
        x, y, sample_weight, _ = _data(setting, 1)
        if self.labels:
            y = (y > 0).astype(setting.precision)
        outputs = keras.layers.Dense(1, activation="sigmoid" if self.labels else None)
        model = keras.Sequential([keras.Input((FEATURES,)), outputs])
        give_numbers(model, setting.seed, 2.0)
        model.compile(
            loss="mse",
            optimizer=keras.optimizers.SGD(0.0),
            metrics=[plain],
            weighted_metrics=[weighted],
        )
        # Targets of shape (n,) meet predictions of shape (n, 1) here, as in many a notebook.
        history = model.fit(batches(x, y[:, 0], sample_weight), epochs=2, verbose=0).history
        later = model.evaluate(batches(x, y, sample_weight), return_dict=True, verbose=0)
        told = {}
        same = plain.name == weighted.name
        for argument, key in [
            ("metrics=", plain.name),
            ("weighted_metrics=", f"weighted_{weighted.name}" if same else weighted.name),
        ]:
            for epoch, value in enumerate(history[key], 1):
                told[f"{argument}, epoch {epoch} of fit"] = float(value)
            told[f"{argument}, evaluate"] = float(later[key])
        return told

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """A fit that failed is told by its error."""
        return super().judge(observed, up_to_failure(observed, expected, "fit"), setting)

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The compiled metric, and which value was compared."""
        return (
            f"compile(metrics=[{self.expression}]), targets (n,), predictions (n, 1): {label}",
            {},
        )

    def tolerance(self, label: str, setting: Setting) -> Tolerance:
        """Products of matrices are involved, and differences of numbers of that size."""
        return Tolerance(scale=10.0, length=EXAMPLES, products=True)


def batches(*arrays: Any) -> Any:
    """The arrays as a `tf.data.Dataset`; what is None is left out.

    `fit` is ready sooner with it than with arrays, for which it builds a longer pipeline.
    """
    import tensorflow as tf

    given = tuple(one for one in arrays if one is not None)
    return tf.data.Dataset.from_tensor_slices(given).batch(BATCH)


def _as_object(part: Any, argument: str) -> Any:
    """A plain function in an object of its base class: before 3.15, Keras takes nothing else."""
    import keras

    base = {
        "kernel_regularizer": keras.regularizers.Regularizer,
        "kernel_constraint": keras.constraints.Constraint,
    }.get(argument)
    if base is None or isinstance(part, base) or not callable(part):
        return part
    return type("Given", (base,), {"__call__": lambda self, weights: part(weights)})()


def _data(setting: Setting, units: int) -> Sequence[Any]:
    """Inputs (20, 3), targets (20, 1), weights (20,) and a kernel (3, units)."""
    rng = np.random.default_rng([setting.seed, 20])
    x = rng.normal(size=(EXAMPLES, FEATURES))
    y = rng.normal(scale=3.0, size=(EXAMPLES, 1))
    sample_weight = rng.uniform(0.5, 3.0, EXAMPLES)
    kernel = rng.normal(scale=0.5, size=(FEATURES, units))
    single = [array.astype("float32") for array in (x, y, sample_weight, kernel)]
    return [array.astype(setting.precision) for array in single]
