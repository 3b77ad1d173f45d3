"""RoundTrip: from a config and from a saved model comes back what went in."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.answers import Answer, Failure, Plain
from autograder.compare import describe
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors, namespace
from autograder.record import answer_to

ORIGINAL, CONFIG, FILE = "the original", "from_config(get_config())", "saved to .keras and loaded"


@dataclass(frozen=True, kw_only=True)
class RoundTrip(ExpressionQuestion):
    """Makes an object, sends it through its config and through a `.keras` file, and compares.

    Args:
        expression: What the object, by the name `it`, answers to: `it(y_true, y_pred)`.
        make: Makes the object, with hyperparameters other than the default.
        part: What it is to a model: "loss" for `compile(loss=…)`, or the name of an argument of
            a Dense layer, such as "kernel_regularizer".
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
            return self._make(candidate, setting)

        routes = {
            ORIGINAL: made,
            CONFIG: lambda: _through_config(made()),
            FILE: lambda: self._through_file(made(), candidate),
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

    def _make(self, candidate: Any, setting: Setting) -> Any:
        return eval(self.make, {**namespace(), setting.exercise: candidate})

    def _through_file(self, made: Any, candidate: Any) -> Any:
        import keras

        loss = made if self.part == "loss" else "mse"
        extra = {} if self.part == "loss" else {self.part: made}
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, **extra)])
        model.compile(loss=loss, optimizer="sgd")
        known = {type(made).__name__: type(made), candidate.__name__: candidate}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            model.save(path)
            loaded = keras.models.load_model(path, custom_objects=known)
        return loaded.loss if self.part == "loss" else getattr(loaded.layers[0], self.part)

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """How the object was made and what it went through, and the inputs."""
        _, inputs = super().shown(label, setting)
        return f"it = {self.make}; {self.expression}, {label.split(': ', 1)[1]}", inputs


def _through_config(made: Any) -> Any:
    return type(made).from_config(made.get_config())
