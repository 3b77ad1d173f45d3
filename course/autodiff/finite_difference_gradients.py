"""Gradients by finite differences: nudge one parameter at a time, and see what the value does.

Source: the definition of the derivative; on the size of the steps, W. H. Press et al., "Numerical
Recipes", third edition, 2007, section 5.7.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform


def finite_difference_gradients(f, point, epsilon=1e-6):
    r"""Estimates the partial derivatives of a function, one nudge for each parameter.

    The derivative with respect to one parameter says how fast the value changes when that
    parameter moves and the others stay. With forward steps of size $\varepsilon$ it is estimated
    by $\frac{f(w + \varepsilon) - f(w)}{\varepsilon}$, with central ones by
    $\frac{f(w + \varepsilon) - f(w - \varepsilon)}{2 \varepsilon}$; either will do. Compute in
    Python floats, which have 64 bits: in 32 bits hardly a digit would be right.

    Args:
        f: A function that takes as many Python floats as `point` has, and returns one.
        point: List of one or more Python floats, where to differentiate; it is left as it is.
        epsilon: The size of the steps, a float greater than 0.

    Returns:
        List of Python floats, a derivative for each entry of `point`.

    Examples:
        >>> slopes = finite_difference_gradients(lambda w1, w2: 3 * w1**2 + 2 * w1 * w2, [5.0, 3.0])
        >>> [round(slope, 4) for slope in slopes]
        [36.0, 10.0]
    """
    ### BEGIN SOLUTION
    here = f(*point)
    slopes = []
    for place, number in enumerate(point):
        nudged = [*point]
        nudged[place] = number + epsilon
        slopes.append((f(*nudged) - here) / epsilon)
    return slopes
    ### END SOLUTION


def _moved(point, place, step):
    return [number + step * (place == other) for other, number in enumerate(point)]


def other_sign(f, point, epsilon=1e-6):
    there = [f(*_moved(point, place, -epsilon)) for place in range(len(point))]
    return [(one - f(*point)) / epsilon for one in there]


def all_nudged_at_once(f, point, epsilon=1e-6):
    there = f(*[number + epsilon for number in point])
    return [(there - f(*point)) / epsilon for _ in point]


def one_epsilon_for_two_steps(f, point, epsilon=1e-6):
    ahead = [f(*_moved(point, place, epsilon)) for place in range(len(point))]
    behind = [f(*_moved(point, place, -epsilon)) for place in range(len(point))]
    return [(one - other) / epsilon for one, other in zip(ahead, behind, strict=True)]


def single_precision(f, point, epsilon=1e-6):
    def at(numbers):
        return tf.constant(f(*[tf.constant(one) for one in numbers]), "float32")

    there = [at(_moved(point, place, epsilon)) for place in range(len(point))]
    return [float((one - at(point)) / epsilon) for one in there]


def list_changed(f, point, epsilon=1e-6):
    here, slopes = f(*point), []
    for place in range(len(point)):
        point[place] += epsilon
        slopes.append((f(*point) - here) / epsilon)
    return slopes


def always_a_millionth(f, point, epsilon=1e-6):
    there = [f(*_moved(point, place, 1e-6)) for place in range(len(point))]
    return [(one - f(*point)) / 1e-6 for one in there]


def _point(setting, length=2):
    return np.random.default_rng([setting.seed, 51]).uniform(1.0, 3.0, length).tolist()


def _bent(x, y):
    return x**3 + 2.0 * x * y**2


LARGE_STEPS = {
    "finite_difference_gradients(f, point, 0.5), f(x, y) = x³ + 2·x·y²": 0.5,
    "finite_difference_gradients(f, point, epsilon=0.25), the same f": 0.25,
}


def with_large_steps(candidate, setting):
    """Slopes from steps so large that they can be told from the derivatives."""
    by_position, by_name = LARGE_STEPS
    return {
        by_position: candidate(_bent, _point(setting), 0.5),
        by_name: candidate(_bent, _point(setting), epsilon=0.25),
    }


def _quotients(point, behind, ahead):
    """The slopes from so far behind a point to so far ahead of it."""
    there = [_bent(*_moved(point, place, ahead)) for place in range(len(point))]
    here = [_bent(*_moved(point, place, -behind)) for place in range(len(point))]
    return np.subtract(there, here) / (ahead + behind)


def forward_or_central(told, setting):
    """The slopes as forward steps give them, where central ones are just as right."""
    return {label: _as_forward(told[label], setting, step) for label, step in LARGE_STEPS.items()}


def _as_forward(slopes, setting, step):
    forward, *central = (
        _quotients(_point(setting), behind, ahead)
        for behind, ahead in [(0.0, step), (step, step), (step / 2, step / 2)]
    )
    for right in central:
        if np.shape(slopes) == right.shape and np.allclose(slopes, right, rtol=1e-4):
            return (forward + np.subtract(slopes, right)).tolist()
    return slopes


def list_afterwards(candidate, setting):
    """Slopes, and to the last digit what the list holds then."""
    point = _point(setting, 3)
    slopes = candidate(lambda x, y, z: x * y * z, point)
    return {"the slopes of x·y·z": slopes, "the list afterwards": [repr(one) for one in point]}


exercise = Exercise(
    finite_difference_gradients,
    points=2,
    minutes=10,
    difficulty=2,
    importance=3,
    teaches=["A-01", "A-02", "A-03"],
    questions=[
        ask.values(
            "finite_difference_gradients(lambda w1, w2: 3 * w1**2 + 2 * w1 * w2, point.tolist())",
            case(point=[5.0, 3.0]),
            case(point=uniform(2, low=1.0, high=5.0)),
            title="The lesson's function",
            arrays=True,
            weight=2,
        ),
        ask.values(
            "finite_difference_gradients("
            "lambda a, b, c, d: float(np.exp(a) + b * np.cos(c)) + d**2, point.tolist())",
            case(point=uniform(4, low=0.5, high=1.5)),
            name="four",
            title="Four parameters",
            arrays=True,
        ),
        ask.behaviour(
            with_large_steps,
            work=forward_or_central,
            name="large steps",
            title="Steps of the size that is asked for",
        ),
        ask.behaviour(
            list_afterwards, name="left alone", title="The list is left alone", weight=0.5
        ),
    ],
    hints=[
        "You have a machine with several knobs and one dial. How do you find out what a single "
        "knob does?",
        "Take the value at the point. Then, for each entry in turn, the value at a copy of the "
        "point in which only that entry has moved by epsilon.",
        "(value after − value before) / epsilon. With n parameters that makes n + 1 calls of f.",
        "here = f(*point)\nfor place, number in enumerate(point):\n    nudged = [*point]\n"
        "    nudged[place] = …\n    slopes.append(…)",
    ],
    mistakes=[
        Mistake(
            other_sign,
            "Your slopes have the wrong sign: you step backwards and then subtract as if you had "
            "stepped forwards. Which of the two values lies further along?",
        ),
        Mistake(
            all_nudged_at_once,
            "You move all parameters at once, so that nobody can tell whose doing the change was: "
            "every slope is the sum of all. Move one, and leave the others where they are.",
        ),
        Mistake(
            one_epsilon_for_two_steps,
            "Your slopes are twice too steep. From w − epsilon to w + epsilon, how far is that?",
        ),
        Mistake(
            single_precision,
            "Float32 has about seven digits. Of two values that differ by a millionth of "
            "themselves, the difference has hardly one. Stay with Python floats.",
        ),
        Mistake(
            list_changed,
            "A step that was taken is never taken back: the second slope starts where the first "
            "parameter has moved already. Nudge a copy of the list, a new one for each parameter.",
        ),
        Mistake(
            always_a_millionth,
            "Your steps have the same size whatever is asked for. Where should `epsilon` stand?",
        ),
    ],
)
