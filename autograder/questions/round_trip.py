"""RoundTrip: from a config and from a saved model comes back what went in."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.answers import Answer, Failure, Plain
from autograder.compare import describe
from autograder.questions.base import (
    ExpressionQuestion,
    Finding,
    Setting,
    as_tensors,
    namespace,
)
from autograder.questions.weights import give_numbers
from autograder.record import answer_to

ORIGINAL, CONFIG, FILE = "the original", "from_config(get_config())", "saved to .keras and loaded"


@dataclass(frozen=True, kw_only=True)
class RoundTrip(ExpressionQuestion):
    """Makes an object, sends it through its config and through a `.keras` file, and compares.

    Args:
        expression: What the object, by the name `it`, answers to: `it(y_true, y_pred)`.
        make: Makes the object, with hyperparameters other than the default.
        part: What it is to a model: "loss" for `compile(loss=…)`, "metric" for
            `compile(metrics=[…])`, "layer" for a layer, or the name of an argument of a Dense
            layer, such as "kernel_regularizer".
        attributes: Names of plain attributes that must survive too.
    """

    name: str = "saving"
    title: str = "Survives saving and loading"
    make: str
    part: str
    attributes: Sequence[str] = ()

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """Answers of the original, of the one from the config and of the one from the file."""

        def made() -> Any:
            return self._with_numbers(self._make(candidate, setting), setting)

        routes = {
            ORIGINAL: made,
            CONFIG: lambda: self._with_numbers(
                _through_config(self._make(candidate, setting)), setting
            ),
            FILE: lambda: self._through_file(made(), candidate, setting),
        }
        answers: dict[str, Answer] = {}
        first: dict[str, Answer] = {}
        for route, get in routes.items():
            box: list[Any] = []
            failed = answer_to(lambda g=get, b=box: b.append(g()))  # type: ignore[misc]
            if isinstance(failed, Failure):
                answers[f"case 1: {route}"] = failed
                continue
            for label, arrays in self.inputs(setting).items():
                given = {**as_tensors(arrays, setting.precision), "it": box[0]}
                answers[f"{label}: {route}"] = answer_to(
                    lambda g=given: self.evaluate(candidate, setting, g)  # type: ignore[misc]
                )
            for attribute in self.attributes:
                answer = answer_to(lambda b=box, a=attribute: getattr(b[0], a))  # type: ignore[misc]
                kept = first.setdefault(attribute, answer)
                if answer != kept:
                    # Keras made up a new one, which depends on the class's name and on chance.
                    answer = Plain(f"not {describe(kept)}")
                answers[f"case 1: {route}, .{attribute}"] = answer
        return answers

    def judge(self, observed: Any, expected: Any, setting: Setting) -> Any:
        """A route that failed is told by its error, not by the answers that are missing."""
        for route in (ORIGINAL, CONFIG, FILE):
            label = f"case 1: {route}"
            wanted = {key: value for key, value in expected.items() if route in key}
            seen = {key: value for key, value in observed.items() if route in key}
            if isinstance(seen.get(label), Failure) and not isinstance(wanted[label], Failure):
                wanted = {label: wanted[label]}
            found = super().judge(seen, wanted, setting)
            if found:
                return found
        return None

    def finding(self, label: str, found: Any, setting: Setting) -> Finding:
        """Where the original was right and a copy is not, says what that tells."""
        told = super().finding(label, found, setting)
        if found.raised:
            return told
        if CONFIG in label:
            reason = (
                "The original is right, its copy is not: `get_config` must hold an entry for every "
                "argument of `__init__`, the parent's included."
            )
        elif FILE in label:
            reason = (
                "The original is right, the loaded one is not: something was not written to the "
                "file, or not put back."
            )
        else:
            return told
        return replace(told, difference=replace(found, why=f"{found.why} {reason}".strip()))

    def _make(self, candidate: Any, setting: Setting) -> Any:
        return eval(self.make, {**namespace(), setting.exercise: candidate})

    def _with_numbers(self, made: Any, setting: Setting) -> Any:
        """A layer is built and gets numbers of ours; other parts are as they were made."""
        if self.part == "layer":
            arrays = self.inputs(setting)["case 1"]
            made(next(iter(as_tensors(arrays, setting.precision).values())))
            give_numbers(made, setting.seed)
        return made

    def _through_file(self, made: Any, candidate: Any, setting: Setting) -> Any:
        import keras

        sizes = next(iter(self.inputs(setting)["case 1"].values())).shape[1:]
        if self.part == "layer":
            model = keras.Sequential([keras.Input(sizes), made])
        elif self.part == "metric":
            model = keras.Sequential([keras.Input((1,)), keras.layers.Identity()])
            model.compile(loss="mse", metrics=[made])
        else:
            loss = made if self.part == "loss" else "mse"
            extra = {} if self.part == "loss" else {self.part: made}
            model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, **extra)])
            model.compile(loss=loss, optimizer="sgd")
        known = {type(made).__name__: type(made), candidate.__name__: candidate}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            model.save(path)
            loaded = keras.models.load_model(path, custom_objects=known)
        return self._part_of(loaded)

    def _part_of(self, loaded: Any) -> Any:
        """The part in a loaded model; for a metric, a call that gives what `evaluate` reports."""
        if self.part == "loss":
            return loaded.loss
        if self.part == "layer":
            return loaded.layers[-1]
        if self.part == "metric":
            return _Reported(loaded)
        return getattr(loaded.layers[0], self.part)

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """How the object was made and what it went through, and the inputs."""
        _, inputs = super().shown(label, setting)
        return f"it = {self.make}; {self.expression}, {label.split(': ', 1)[1]}", inputs


class _Reported:
    """A loaded model's metric, by the number that `evaluate` reports and the name it stands by."""

    def __init__(self, model: Any) -> None:
        self.model, self.name = model, ""

    def __call__(self, y_true: Any, y_pred: Any) -> float:
        reported = self.model.evaluate(y_pred, y_true, verbose=0, return_dict=True)
        self.name = next(key for key in reported if key != "loss")
        return float(reported[self.name])


def _through_config(made: Any) -> Any:
    return type(made).from_config(made.get_config())
