"""The vocabulary that an exercise asks with: `ask.values(…)`, `ask.gradient(…)` and so on.

Every function makes one question; further keywords are the fields of its class: `name`, `title`,
`weight`, and what the class itself documents.
"""

from __future__ import annotations

from typing import Any

from autograder.inputs import Case
from autograder.questions.behaviour import Behaviour, Scene
from autograder.questions.fit import InFit, MetricInFit
from autograder.questions.gradient import Gradient
from autograder.questions.graph import InGraph
from autograder.questions.in_place import InPlace
from autograder.questions.layer import LayerContract
from autograder.questions.model_round_trip import ModelRoundTrip
from autograder.questions.raises import Raises
from autograder.questions.round_trip import RoundTrip
from autograder.questions.statistics import Statistics
from autograder.questions.streaming import Streaming
from autograder.questions.traces import Traces
from autograder.questions.trains import Start, Trains
from autograder.questions.values import Values

NO_INPUTS = (Case({}),)


def values(expression: str, *cases: Case, **fields: Any) -> Values:
    """What the expression gives in eager mode, on each case."""
    return Values(expression=expression, cases=cases or NO_INPUTS, **fields)


def gradient(expression: str, *cases: Case, with_respect_to: str, **fields: Any) -> Gradient:
    """The expression's gradient with respect to one input."""
    fields.setdefault("title", f"Gradient with respect to {with_respect_to}")
    return Gradient(expression=expression, cases=cases, with_respect_to=with_respect_to, **fields)


def in_graph(expression: str, *cases: Case, **fields: Any) -> InGraph:
    """What the expression gives inside `tf.function`, with an unknown batch size."""
    return InGraph(expression=expression, cases=cases, **fields)


def raises(expression: str, *cases: Case, needs: str, **fields: Any) -> Raises:
    """Whether the expression raises; it counts only with the question that `needs` names."""
    return Raises(expression=expression, cases=cases or NO_INPUTS, needs=needs, **fields)


def behaviour(scene: Scene, *, name: str, title: str, **fields: Any) -> Behaviour:
    """What a scene of several steps, written in the exercise's file, gives by label."""
    return Behaviour(scene=scene, name=name, title=title, **fields)


def in_fit(expression: str, **fields: Any) -> InFit:
    """The loss of a short `fit` with the expression compiled in."""
    weights = ", with sample_weight" if fields.get("weighted") else ""
    fields.setdefault("title", f"In compile and fit{weights}")
    return InFit(expression=expression, **fields)


def in_place(expression: str, *cases: Case, variable: str, **fields: Any) -> InPlace:
    """What a variable holds after the expression worked on it, and what comes back."""
    return InPlace(expression=expression, cases=cases, variable=variable, **fields)


def layer(expression: str, *cases: Case, **fields: Any) -> LayerContract:
    """Weights, outputs, symbolic calls and graphs of the layer that the expression makes."""
    return LayerContract(expression=expression, cases=cases, **fields)


def metric_in_fit(expression: str, **fields: Any) -> MetricInFit:
    """What `fit` and `evaluate` report of the metric that the expression makes."""
    return MetricInFit(expression=expression, **fields)


def model_round_trip(expression: str, *cases: Case, **fields: Any) -> ModelRoundTrip:
    """What comes back of a trained model that was saved, beside the original."""
    return ModelRoundTrip(expression=expression, cases=cases, **fields)


def streaming(expression: str, *cases: Case, **fields: Any) -> Streaming:
    """The result of the metric that the expression makes, however its data come in batches."""
    return Streaming(expression=expression, cases=cases, **fields)


def round_trip(make: str, expression: str, *cases: Case, part: str, **fields: Any) -> RoundTrip:
    """What comes back from a config and from a saved model."""
    return RoundTrip(make=make, expression=expression, cases=cases, part=part, **fields)


def statistics(expression: str, *, mean: float, deviation: str, **fields: Any) -> Statistics:
    """Mean and standard deviation of random numbers."""
    return Statistics(expression=expression, mean=mean, deviation=deviation, **fields)


def traces(expression: str, *cases: Case, **fields: Any) -> Traces:
    """The values of a sequence of calls, of which each new signature may make one graph."""
    return Traces(expression=expression, cases=cases, **fields)


def trains(expression: str, *, start: Start, **fields: Any) -> Trains:
    """What a training step returns, batch after batch, and every weight afterwards."""
    return Trains(expression=expression, start=start, **fields)


__all__ = [
    "behaviour",
    "gradient",
    "in_fit",
    "in_graph",
    "in_place",
    "layer",
    "metric_in_fit",
    "model_round_trip",
    "raises",
    "round_trip",
    "statistics",
    "streaming",
    "traces",
    "trains",
    "values",
]
