"""Values: what the candidate returns in eager mode, and whether it leaves its arguments alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer, Failure
from autograder.inputs import Case
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors
from autograder.record import answer_to, changed


@dataclass(frozen=True, kw_only=True)
class Values(ExpressionQuestion):
    """Asks for the expression's value on each case.

    Args:
        variables: Names of inputs that come as `tf.Variable`, as Keras hands over weights.
    """

    variables: Sequence[str] = ()

    def __init__(
        self,
        expression: str,
        *cases: Case,
        name: str = "values",
        title: str = "",
        weight: float = 1.0,
        length: int = 1,
        products: bool = False,
        variables: Sequence[str] = (),
    ) -> None:
        object.__setattr__(self, "variables", tuple(variables))
        super().__init__(
            expression=expression,
            cases=cases or (Case({}),),
            name=name,
            title=title or "Values",
            weight=weight,
            length=length,
            products=products,
        )

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One answer a case, and one more where an argument was changed."""
        import tensorflow as tf

        answers: dict[str, Answer] = {}
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            given.update({name: tf.Variable(given[name]) for name in self.variables})
            before = {name: value.numpy() for name, value in given.items()}
            answers[label] = answer_to(lambda g=given: self.evaluate(candidate, setting, g))  # type: ignore[misc]
            lost = changed(before, given)
            if lost:
                answers[label] = Failure("ChangedArgument", f"{', '.join(lost)} was changed.")
        return answers
