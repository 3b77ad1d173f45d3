"""The vocabulary that an exercise asks with: `ask.values(…)`, `ask.gradient(…)` and so on."""

from autograder.questions.behaviour import Behaviour as behaviour
from autograder.questions.fit import InFit as in_fit
from autograder.questions.gradient import Gradient as gradient
from autograder.questions.graph import InGraph as in_graph
from autograder.questions.raises import Raises as raises
from autograder.questions.round_trip import RoundTrip as round_trip
from autograder.questions.statistics import Statistics as statistics
from autograder.questions.values import Values as values

__all__ = [
    "behaviour",
    "gradient",
    "in_fit",
    "in_graph",
    "raises",
    "round_trip",
    "statistics",
    "values",
]
