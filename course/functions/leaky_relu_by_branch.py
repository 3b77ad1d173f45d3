"""An `if` on a tensor becomes a branch of the graph: only one side of it runs.

Source: A. L. Maas, A. Y. Hannun and A. Y. Ng, "Rectifier Nonlinearities Improve Neural Network
Acoustic Models", 2013; `tf.cond`, https://www.tensorflow.org/api_docs/python/tf/cond.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform
from autograder.questions.traces import operations_of


def leaky_relu_by_branch(x, slope):
    r"""Computes a leaky ReLU of one number, by a branch.

    The result is $x$ where $x > 0$, and slope · $x$ where it is not. A branch decides: in a graph
    only the side that is taken runs. It works eagerly and inside `tf.function`, whether you
    decorate it or not. `tf.where`, `tf.maximum` and their like have no branch: they compute both
    sides and choose afterwards, and `tf.maximum` is right for some slopes only.

    Args:
        x: Scalar float32 tensor.
        slope: Any Python float, also negative or above 1.

    Returns:
        Scalar float32 tensor.

    Examples:
        >>> leaky_relu_by_branch(tf.constant(-4.0), 0.25).numpy()
        np.float32(-1.0)
        >>> tf.function(leaky_relu_by_branch)(tf.constant(4.0), 2.0).numpy()
        np.float32(4.0)
    """
    ### BEGIN SOLUTION
    return x if x > 0 else slope * x
    ### END SOLUTION


def by_where(x, slope):
    return tf.where(x > 0, x, slope * x)


def by_maximum(x, slope):
    return tf.maximum(x, slope * x)


def sides_swapped(x, slope):
    return tf.cond(x > 0, lambda: slope * x, lambda: x)


def slope_alone(x, slope):
    return tf.cond(x > 0, lambda: x, lambda: slope * tf.ones_like(x))


def plain_relu(x, slope):
    return tf.cond(x > 0, lambda: x, lambda: tf.zeros_like(x))


def asked_by_python(x, slope):
    return x if x.numpy() > 0 else slope * x


def a_list_of_both(x, slope):
    return [slope * x, x][int(x > 0)]


def _traced(candidate, slope):
    def given(x):
        return candidate(x, slope)

    return tf.function(given)


def branch_of_a_graph(candidate, setting):
    """Both sides out of one graph, and how often a branch stands in it."""
    rng = np.random.default_rng([setting.seed, 29])
    told = {}
    for slope in (round(float(rng.uniform(0.1, 0.9)), 2), round(float(rng.uniform(-3, -1)), 2)):
        traced, spec = _traced(candidate, slope), tf.TensorSpec([], setting.precision)
        operations, graph = operations_of(traced, spec), traced.get_concrete_function(spec)
        for number in np.round(rng.uniform(0.5, 4.0, 2), 2) * [-1.0, 1.0]:
            told[f"x = {number}, slope = {slope}"] = graph(tf.constant(number, setting.precision))
        branches = sum(operations[one] for one in ("If", "StatelessIf", "Case", "StatelessCase"))
        told[f"branches in the graph for slope = {slope}"] = min(branches, 1)
    return told


exercise = Exercise(
    leaky_relu_by_branch,
    points=1,
    minutes=5,
    difficulty=2,
    importance=3,
    after="scale_rows",
    teaches=["F-09"],
    questions=[
        ask.values(
            "leaky_relu_by_branch(x, 0.3)",
            case(x=uniform(low=-4.0, high=-1.0)),
            case(x=uniform(low=-0.9, high=-0.1)),
            case(x=uniform(low=0.1, high=0.9)),
            case(x=uniform(low=1.0, high=4.0)),
            case(x=0.0),
            title="Eagerly",
        ),
        ask.values(
            "[leaky_relu_by_branch(x, slope) for slope in (2.5, -1.5, 1.0, 0.0)]",
            case(x=uniform(low=-4.0, high=-0.1)),
            case(x=uniform(low=0.1, high=4.0)),
            name="other slopes",
            title="Slopes above 1, negative, 1 and 0",
        ),
        ask.in_graph(
            "leaky_relu_by_branch(x, 1.75)",
            case(x=uniform(low=-4.0, high=-1.0)),
            case(x=uniform(low=1.0, high=4.0)),
            case(x=0.0),
            title="In a graph",
        ),
        ask.behaviour(
            branch_of_a_graph, name="branch", title="A branch in the graph", weight=2, scale=4.0
        ),
    ],
    hints=[
        "In plain Python it would be one `if`. What does `tf.function` make of an `if` whose "
        "condition is a tensor?",
        "AutoGraph turns it into `tf.cond`, which you may also write yourself: a condition, and a "
        "function for each side.",
        "Both sides must give a tensor of the same dtype: `x` on one side, the slope times `x` on "
        "the other.",
        "if …:\n    return …\nelse:\n    return …",
    ],
    mistakes=[
        Mistake(
            by_where,
            "The numbers are right, but nothing branches: as with `tf.where`, both sides are "
            "computed, and then one of them is chosen. Use an `if`, or `tf.cond`.",
        ),
        Mistake(
            by_maximum,
            "The larger of x and slope · x is right for slopes up to 1 only; and nothing branches. "
            "Let a condition on x decide.",
        ),
        Mistake(
            sides_swapped,
            "The sides are swapped: positive numbers should come back as they are.",
        ),
        Mistake(
            slope_alone,
            "On the negative side you return the slope itself. It is the factor of x there.",
        ),
        Mistake(
            plain_relu,
            "That is the plain ReLU, which is 0 on the negative side. The leaky one has a slope "
            "there.",
        ),
        Mistake(
            asked_by_python,
            "In a graph `x` is symbolic and has no `.numpy()` yet. Let the `if` ask the tensor "
            "itself: AutoGraph turns it into a branch.",
        ),
        Mistake(
            a_list_of_both,
            "A Python list wants a Python number as its index, and in a graph there is none yet. "
            "Both sides are computed, too: let an `if` decide.",
        ),
    ],
)
