"""InGraph: the same answers from one traced graph, for batches of any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer
from autograder.questions.base import ExpressionQuestion, Setting, as_tensors
from autograder.record import answer_to


@dataclass(frozen=True, kw_only=True)
class InGraph(ExpressionQuestion):
    """Asks for the expression inside `tf.function`, traced with an unknown first dimension."""

    name: str = "graph mode"
    title: str = "In a graph, for any batch size"

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """One answer a case; cases whose inputs fit one signature share one graph."""
        import tensorflow as tf

        def expression_of(called: Any) -> Any:
            return lambda given: self.evaluate(called, setting, given)

        answers: dict[str, Answer] = {}
        graphs: dict[Any, Any] = {}
        for label, arrays in self.inputs(setting).items():
            given = as_tensors(arrays, setting.precision)
            specs = {
                name: tf.TensorSpec(
                    (None, *value.shape[1:]) if value.shape.rank else (), value.dtype
                )
                for name, value in given.items()
            }
            key = tuple(specs.items())
            if key not in graphs:
                graphs[key] = in_one_graph(expression_of, candidate, [specs])
            answers[label] = answer_to(lambda g=graphs[key], x=given: g(x))  # type: ignore[misc]
        return answers

    def shown(self, label: str, setting: Setting) -> tuple[str, dict[str, Any]]:
        """The expression inside `tf.function`, and the inputs."""
        code, inputs = super().shown(label, setting)
        return f"{code} inside tf.function, with an unknown batch size", inputs


def in_one_graph(function_of: Callable[[Any], Any], candidate: Any, signature: list[Any]) -> Any:
    """What calls the candidate, as a traced function of one graph.

    It is converted by AutoGraph where the candidate has an `if` or a loop on tensors: what `eval`
    calls is not converted by itself, and a student's own call would be. Converting takes longer
    than tracing, so it is not done by default.
    """
    import tensorflow as tf

    autograph = tf.__internal__.autograph

    def converted(*args: Any) -> Any:
        called = autograph.tf_convert(candidate, autograph.control_status_ctx())
        return function_of(called)(*args)

    graph = tf.function(function_of(candidate), input_signature=signature)
    try:
        graph.get_concrete_function()
    except tf.errors.OperatorNotAllowedInGraphError:
        return tf.function(converted, input_signature=signature)
    except Exception:
        pass  # The call will raise it again, where it is recorded.
    return graph
