"""Values: what the candidate returns in eager mode, and whether it leaves its arguments alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer, Failure
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors
from autograder.record import answer_to, changed


@dataclass(frozen=True, kw_only=True)
class Values(ExpressionQuestion):
    """Asks for the expression's value on each case.

    Args:
        variables: Names of inputs that come as `tf.Variable`, as Keras hands over weights.
        arrays: Whether the inputs come as NumPy arrays rather than as tensors.
    """

    name: str = "values"
    title: str = "Values"
    variables: Sequence[str] = ()
    arrays: bool = False

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One answer a case, and one more where an argument was changed."""
        import tensorflow as tf

        answers: dict[str, Answer] = {}
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            given.update({name: tf.Variable(given[name]) for name in self.variables})
            before = {name: value.numpy() for name, value in given.items()}
            if self.arrays:
                given = {name: value.copy() for name, value in before.items()}
            answers[label] = answer_to(lambda g=given: self.evaluate(candidate, setting, g))  # type: ignore[misc]
            lost = changed(before, given)
            if lost:
                answers[label] = Failure("ChangedArgument", f"{', '.join(lost)} was changed.")
        return answers
