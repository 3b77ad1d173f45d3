"""InPlace: what a variable holds after the candidate worked on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer, Failure
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors
from autograder.questions.graph import in_one_graph
from autograder.record import answer_to

RETURNED, HELD = "what is returned", "what the variable holds"


@dataclass(frozen=True, kw_only=True)
class InPlace(ExpressionQuestion):
    """Runs an expression that changes a `tf.Variable`, and looks at what the variable holds.

    Args:
        variable: The name of the input that comes as a variable.
        returned: Whether it matters what the expression returns.
        graph: Whether it runs inside `tf.function`.
    """

    name: str = "in place"
    title: str = "What the variable holds afterwards"
    variable: str
    returned: bool = True
    graph: bool = False

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """What the variable holds and what came back, for each case."""
        import tensorflow as tf

        answers: dict[str, Answer] = {}
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            variable = given[self.variable] = tf.Variable(given[self.variable])

            def run_with(called: Any, given: dict[str, Any] = given) -> Any:
                return lambda: self.evaluate(called, setting, given)

            run = in_one_graph(run_with, candidate, []) if self.graph else run_with(candidate)
            back = answer_to(run)
            held = answer_to(variable.read_value)
            # Where it raised, the error says more than a variable that was left alone.
            failed = isinstance(back, Failure)
            answers[f"{label}: {HELD}"] = back if failed else held
            if self.returned:
                answers[f"{label}: {RETURNED}"] = back
        return answers

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The expression, which variable it works on, and the inputs."""
        code, inputs = super().shown(label, setting)
        where = " inside tf.function" if self.graph else ""
        return f"{code}{where}, with {self.variable} a tf.Variable", inputs
