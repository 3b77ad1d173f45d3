"""Gradient: what flows back through the candidate, for an incoming gradient other than one."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors
from autograder.record import answer_to


@dataclass(frozen=True, kw_only=True)
class Gradient(ExpressionQuestion):
    """Asks for the gradient of the expression's value with respect to one input.

    Args:
        with_respect_to: The name of that input.
    """

    name: str = "gradient"
    title: str = "Gradient"
    with_respect_to: str

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One gradient a case, or a failure that says that there is none."""
        answers: dict[str, Answer] = {}
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            answers[label] = answer_to(lambda g=given: self._gradient(candidate, setting, g))  # type: ignore[misc]
            if getattr(answers[label], "value", 0) is None:
                answers[label] = Failure(
                    "NoGradient",
                    f"No gradient reaches {self.with_respect_to}: some step left TensorFlow "
                    "(NumPy, Python numbers, a cast to int) or stopped it.",
                )
        return answers

    def _gradient(self, candidate: Any, setting: Setting, given: dict[str, Any]) -> Any:
        import tensorflow as tf

        with tf.GradientTape() as tape:
            tape.watch(given[self.with_respect_to])
            value = self.evaluate(candidate, setting, given)
        if not tf.is_tensor(value) or not value.dtype.is_floating:
            return None
        return tape.gradient(value, given[self.with_respect_to], incoming(value.shape, value.dtype))

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The expression inside a tape, and the inputs."""
        code, inputs = super().shown(label, setting)
        return f"gradient of {code} with respect to {self.with_respect_to}", inputs


def incoming(shape: Any, dtype: Any) -> Any:
    """An incoming gradient that is not one, fixed by the shape alone."""
    import tensorflow as tf

    sizes = tuple(shape)
    rng = np.random.default_rng(zlib.crc32(repr(sizes).encode()))
    return tf.constant(rng.uniform(0.5, 1.5, sizes), dtype)
