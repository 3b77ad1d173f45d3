"""Stopping the gradient: a term that counts forward and is a constant backward.

Source: the documentation of `tf.stop_gradient`,
https://www.tensorflow.org/api_docs/python/tf/stop_gradient.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, uniform


def freeze_second_term(w1, w2):
    r"""Computes $3 w_1^2 + 2 w_1 w_2$, whose second term passes no gradient.

    The value is that of the whole formula. Backward the second term counts as a constant: the
    gradient for `w1` is $6 w_1$, the one for `w2` is None, or 0. It works in eager mode and inside
    `tf.function`, in the dtype of the arguments.

    Args:
        w1: Float tensor or `tf.Variable`, a scalar or of any shape.
        w2: Likewise, of the same shape and dtype.

    Returns:
        A tensor of that shape and dtype, computed element by element.

    Examples:
        >>> w1, w2 = tf.Variable(5.0), tf.Variable(3.0)
        >>> with tf.GradientTape() as tape:
        ...     value = freeze_second_term(w1, w2)
        >>> float(value)
        105.0
        >>> float(tape.gradient(value, w1))
        30.0
    """
    ### BEGIN SOLUTION
    return 3.0 * w1**2 + tf.stop_gradient(2.0 * w1 * w2)
    ### END SOLUTION


def nothing_frozen(w1, w2):
    return 3.0 * w1**2 + 2.0 * w1 * w2


def everything_frozen(w1, w2):
    return tf.stop_gradient(3.0 * w1**2 + 2.0 * w1 * w2)


def first_term_frozen(w1, w2):
    return tf.stop_gradient(3.0 * w1**2) + 2.0 * w1 * w2


def only_w2_frozen(w1, w2):
    return 3.0 * w1**2 + 2.0 * w1 * tf.stop_gradient(w2)


def not_squared(w1, w2):
    return 3.0 * w1 + tf.stop_gradient(2.0 * w1 * w2)


def through_numpy(w1, w2):
    return 3.0 * w1**2 + 2.0 * w1.numpy() * w2.numpy()


def _value_and_gradients(candidate, w1, w2):
    with tf.GradientTape() as tape:
        tape.watch([w1, w2])
        value = candidate(w1, w2)
    incoming = tf.constant(2.0, w1.dtype) * tf.ones_like(value)
    zero = tf.UnconnectedGradients.ZERO
    return value, tape.gradient(value, [w1, w2], incoming, unconnected_gradients=zero)


def _numbers(setting, place, *shape):
    rng = np.random.default_rng([setting.seed, 51, place])
    drawn = [rng.choice([-1.0, 1.0], shape) * rng.uniform(1.0, 5.0, shape) for _ in range(2)]
    return [np.round(one, 2) for one in drawn]


def gradients_of_variables(candidate, setting):
    """The gradients for two scalar variables; 2.0 comes in."""
    told = {}
    for place, (one, two) in enumerate([(5.0, 3.0), _numbers(setting, 0)]):
        w1, w2 = (tf.Variable(number, dtype=setting.precision) for number in (one, two))
        _, (for_w1, for_w2) = _value_and_gradients(candidate, w1, w2)
        told[f"{place + 1}. twice the gradient for w1, at ({one}, {two})"] = for_w1
        told[f"{place + 1}. twice the gradient for w2, at ({one}, {two})"] = for_w2
    return told


def in_a_graph(candidate, setting):
    """Value and gradients of tensors (3,), the tape inside `tf.function`."""
    w1, w2 = (tf.constant(one, setting.precision) for one in _numbers(setting, 1, 3))

    @tf.function
    def traced(w1, w2):
        return _value_and_gradients(candidate, w1, w2)

    value, (for_w1, for_w2) = traced(w1, w2)
    return {
        "the value": value,
        "twice the gradient for w1": for_w1,
        "twice the gradient for w2": for_w2,
    }


exercise = Exercise(
    freeze_second_term,
    points=1,
    minutes=5,
    difficulty=1,
    importance=3,
    after="speed_and_acceleration",
    teaches=["A-15"],
    questions=[
        ask.values(
            "freeze_second_term(w1, w2)",
            case(w1=5.0, w2=3.0),
            case(w1=uniform(low=-5.0, high=-1.0), w2=uniform(low=1.0, high=4.0)),
            case(w1=normal(4, 3, scale=3.0), w2=normal(4, 3, scale=3.0)),
        ),
        ask.behaviour(
            gradients_of_variables,
            name="gradients",
            title="Gradients of 2 · freeze_second_term(w1, w2)",
            scale=10.0,
            weight=2,
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph", scale=10.0),
        ask.values(
            "tf.cast(freeze_second_term(tf.cast(w1, tf.float64), tf.cast(w2, tf.float64)) "
            "+ tf.constant(0.0, tf.float64), tf.float32)",
            case(w1=normal(4), w2=normal(4)),
            name="float64",
            title="Of float64 tensors, added to one more",
            weight=0.5,
        ),
    ],
    hints=[
        "The value needs both terms. Which of them may a tape follow back to the weights?",
        "`tf.stop_gradient` hands its argument on, and lets nothing back.",
        "Write the formula first. Then wrap the term that is to count as a constant, all of it.",
        "return 3.0 * … + tf.stop_gradient(…)",
    ],
    mistakes=[
        Mistake(
            nothing_frozen,
            "The value is right, but both terms pass gradients: at (5, 3) they are 36 and 10. "
            "Which function lets a value through and holds its gradient back?",
        ),
        Mistake(
            everything_frozen,
            "You stop the whole sum, so that no gradient is left. The first term, 3w1², should "
            "pass its own: only the second is to be a constant.",
        ),
        Mistake(
            first_term_frozen,
            "You froze the other term: the first one, 3w1², is to pass its gradient, the second "
            "one none.",
        ),
        Mistake(
            only_w2_frozen,
            "w2 gets no gradient, but w1 still gets one through the second term: at (5, 3) it is "
            "36, not 30. The whole product must count as a constant.",
        ),
        Mistake(
            not_squared,
            "Your first term is 3w1: the square is missing, in the value and so in the gradient.",
        ),
        Mistake(
            through_numpy,
            "Eagerly it is right: a number that left TensorFlow passes no gradient. But in a graph "
            "there are no numbers to fetch yet. Which operation does it without leaving?",
        ),
    ],
)
