"""ModelRoundTrip: a whole model, trained, saved, and loaded where only its class is known."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Plain
from autograder.inputs import Array
from autograder.questions.base import (
    ExpressionQuestion,
    Finding,
    Setting,
    run_here,
    up_to_failure,
)
from autograder.questions.weights import give_numbers
from autograder.record import answer_to

SAVED = "saved to .keras"
CONFIG = "predictions of from_config(get_config()) with the same weights"
PREDICTIONS = "predictions of the loaded model"
OPTIMIZER = "the loaded optimizer's state"
NEXT_LOSS = "the loaded model's loss at one more step"
SAME, OTHER = "the original's", "not the original's"
NEAR = 3e-3  # two runs of one model differ by rounding only, be it TF32's
Report = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class ModelRoundTrip(ExpressionQuestion):
    """Trains a model, saves it, loads it, and compares the loaded one with the original.

    Original and copy are compared where they are, so that the statement may leave open what makes
    the numbers (an activation), and a copy with new random weights answers alike at every try.

    Args:
        expression: Makes the model, with hyperparameters other than the default.
        cases: One case, of the inputs `x` and the targets `y`.
    """

    name: str = "saving"
    title: str = "Survives saving and loading"
    elsewhere = True

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """Whether it can be saved, and how far copies are from the original."""
        given = self.inputs(setting)["case 1"]
        x, y = (given[name].astype(setting.precision) for name in ("x", "y"))
        answers = {CONFIG: answer_to(lambda: self._from_config(candidate, setting, x))}
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "model.keras")
            box: list[Any] = []

            def save() -> None:
                model = self._built(self.evaluate(candidate, setting), x, setting)
                # Eager: graphs are asked for elsewhere, and tracing takes the longest here.
                model.compile(loss="mse", optimizer="adam", run_eagerly=True)
                model.train_on_batch(x, y)
                model.save(path)
                box.append(model)

            saved = answer_to(save)
            if isinstance(saved, Failure):
                return {**answers, SAVED: saved}
            answers[SAVED] = Plain("saved")
            loaded = setting.elsewhere(_load_and_report, candidate, (path, x, y))
        if isinstance(loaded, Failure):
            return {**answers, PREDICTIONS: loaded}
        return {**answers, **_differences(_report(box[0], x, y), loaded)}

    def _from_config(self, candidate: Any, setting: Setting, x: Array) -> Any:
        import keras

        model = self._built(self.evaluate(candidate, setting), x, setting)
        with keras.saving.custom_object_scope(_known(candidate)):
            copy = type(model).from_config(model.get_config())
        return _likeness(_predictions(self._built(copy, x, setting), x), _predictions(model, x))

    def _built(self, model: Any, x: Array, setting: Setting) -> Any:
        model(x)
        give_numbers(model, setting.seed, 0.4)
        return model

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """Told by the first step that failed: config, saving, loading."""
        expected = up_to_failure(observed, expected, CONFIG, SAVED, PREDICTIONS)
        return super().judge(observed, expected, setting)

    def finding(self, label: str, found: Any, setting: Setting) -> Finding:
        """With a reason, where a number alone tells little."""
        told = super().finding(label, found, setting)
        reason = "" if found.raised else REASONS.get(label, "")
        return replace(told, difference=replace(found, why=reason or found.why))

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Array]]:
        """How the model was made and what it went through."""
        return f"model = {self.expression}; compiled, trained for a step; {label}", {}


REASONS = {
    CONFIG: "A copy made from the config, with the same weights, predicts something else: "
    "`get_config` must hold an entry for every argument of `__init__`.",
    PREDICTIONS: "The loaded model predicts something else: some of its weights came back as new "
    "random numbers. Is every layer there, and built, before the weights are loaded?",
    OPTIMIZER: "The optimizer does not go on where it was: is every weight built before its state "
    "is loaded?",
    NEXT_LOSS: "One more step of training gives another loss: something of what `fit` adds up, or "
    "a setting, was lost.",
}


def _load_and_report(candidate: Any, path: str, x: Array, y: Array) -> Report:
    """Loads a model and tells what it predicts and how it goes on; runs in another process."""
    import keras

    model = keras.models.load_model(path, custom_objects=_known(candidate))
    return _report(model, x, y)


def _known(candidate: Any) -> dict[str, Any]:
    """The candidate, and the layers that its own cell defines or imports."""
    import keras

    cell = getattr(getattr(candidate, "__init__", None), "__globals__", {})
    layers = {
        name: value
        for name, value in cell.items()
        if isinstance(value, type) and issubclass(value, keras.layers.Layer)
    }
    return {**layers, candidate.__name__: candidate}


def _report(model: Any, x: Array, y: Array) -> Report:
    before = _predictions(model, x)
    optimizer = model.optimizer
    state = [np.asarray(one) for one in optimizer.variables] if optimizer else []
    return {"predictions": before, "state": state, "loss": run_here(_next_loss, model, (x, y))}


def _next_loss(model: Any, x: Array, y: Array) -> Array:
    # In some versions of Keras what `train_on_batch` returns is a mean over all steps so far.
    model.reset_metrics()
    return np.asarray(model.train_on_batch(x, y))


def _predictions(model: Any, x: Array) -> Array:
    return np.asarray(model(x))


def _differences(original: Report, loaded: Report) -> dict[str, Answer]:
    theirs, ours = loaded["state"], original["state"]
    same = len(theirs) == len(ours) and all(
        _likeness(one, other) == SAME for one, other in zip(theirs, ours, strict=True)
    )
    next_loss = loaded["loss"]
    if not isinstance(next_loss, Failure):
        next_loss = Plain(_likeness(next_loss, original["loss"]))
    return {
        PREDICTIONS: Plain(_likeness(loaded["predictions"], original["predictions"])),
        OPTIMIZER: Plain(SAME if same else OTHER),
        NEXT_LOSS: next_loss,
    }


def _likeness(one: Array, other: Array) -> str:
    near = one.shape == other.shape and np.allclose(one, other, rtol=NEAR, atol=NEAR)
    return SAME if near else OTHER
