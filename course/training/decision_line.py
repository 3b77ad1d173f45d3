"""Where a linear classifier changes its mind: the line on which the score is one half.

Source: the guide "Basic training loops",
https://www.tensorflow.org/guide/basic_training_loops.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform


def decision_line(weights, bias, x1):
    r"""Computes the height of a linear classifier's decision line over given places.

    A point $(x_1, x_2)$ has the score $w_1 x_1 + w_2 x_2 + b$, and is put into class 1 where the
    score is greater than 0.5. The line between the classes is where it *is* 0.5: for every $x_1$
    you return the $x_2$ that lies on it. The function also works inside `tf.function`.

    Args:
        weights: Float tensor or variable (2, 1): $w_1$ and $w_2$, which is not 0.
        bias: Float tensor or variable (1,).
        x1: Float tensor of any shape with one axis or more, such as (m,).

    Returns:
        The heights $x_2$, float tensor of the shape of `x1`.

    Examples:
        >>> x1 = tf.constant([0.0, 1.0, 2.0])
        >>> decision_line(tf.Variable([[1.0], [2.0]]), tf.Variable([-0.5]), x1).numpy()
        array([ 0.5,  0. , -0.5], dtype=float32)
    """
    ### BEGIN SOLUTION
    w1, w2 = weights[0, 0], weights[1, 0]
    return (0.5 - bias[0] - w1 * x1) / w2
    ### END SOLUTION


def where_the_score_is_zero(weights, bias, x1):
    return (-bias[0] - weights[0, 0] * x1) / weights[1, 0]


def bias_with_the_wrong_sign(weights, bias, x1):
    return (0.5 + bias[0] - weights[0, 0] * x1) / weights[1, 0]


def slope_with_the_wrong_sign(weights, bias, x1):
    return (0.5 - bias[0] + weights[0, 0] * x1) / weights[1, 0]


def weights_swapped(weights, bias, x1):
    return (0.5 - bias[0] - weights[1, 0] * x1) / weights[0, 0]


def only_the_slope_divided(weights, bias, x1):
    return 0.5 - bias[0] - weights[0, 0] * x1 / weights[1, 0]


def as_a_column(weights, bias, x1):
    return (0.5 - bias - tf.reshape(x1, [-1, 1]) @ weights[:1]) / weights[1]


def through_numpy(weights, bias, x1):
    (w1,), (w2,) = weights.numpy()
    return (0.5 - bias.numpy()[0] - w1 * x1) / w2


def _line(*shape):
    """All terms of one sign, so that none cancels another and no digits are lost."""
    return case(
        weights=uniform(2, 1, low=0.5, high=2.0),
        bias=uniform(1, low=0.8, high=2.0),
        x1=uniform(*shape, low=0.2, high=3.0),
    )


exercise = Exercise(
    decision_line,
    points=1,
    minutes=6,
    difficulty=2,
    importance=3,
    after="training_step",
    teaches=["R-09"],
    questions=[
        ask.values(
            "decision_line(weights, bias, x1)",
            case(weights=[[2.0], [4.0]], bias=[1.5], x1=[1.0, 2.0, 5.0]),
            _line(6),
            variables=["weights", "bias"],
            weight=2,
        ),
        ask.values(
            "decision_line(signs * weights, sign * bias, x1)",
            case(**_line(5).arrays, signs=[[-1.0], [1.0]], sign=-1.0),
            case(**_line(5).arrays, signs=[[1.0], [-1.0]], sign=1.0),
            name="signs",
            title="Weights of either sign",
        ),
        ask.values(
            "decision_line(weights, bias, x1)",
            _line(4, 1),
            _line(2, 3),
            _line(1),
            name="shapes",
            title="The shape of x1",
            weight=0.5,
        ),
        ask.values(
            "tf.function(decision_line)(weights, bias, x1)",
            _line(5),
            name="graph mode",
            title="Inside tf.function",
            weight=0.5,
        ),
    ],
    hints=[
        "Write down the equation that holds on the line. Which of its letters do you look for?",
        "$w_1 x_1 + w_2 x_2 + b = 0.5$: solve it for $x_2$.",
        "$x_2 = (0.5 - b - w_1 x_1) / w_2$. The numbers are `weights[0, 0]`, `weights[1, 0]` and "
        "`bias[0]`.",
        "w1, w2 = …, …\nreturn (… - … - …) / w2",
    ],
    mistakes=[
        Mistake(
            where_the_score_is_zero,
            "Your line is where the score is 0. The classes are told apart at 0.5, half-way "
            "between the targets 0 and 1.",
        ),
        Mistake(
            bias_with_the_wrong_sign,
            "The bias has the wrong sign: on the other side of the equation it is subtracted.",
        ),
        Mistake(
            slope_with_the_wrong_sign,
            "Your line rises where it should fall: the term with x1 has the wrong sign.",
        ),
        Mistake(
            weights_swapped,
            "You solved for x1, or swapped the weights: which of the two stands before x2, and so "
            "divides?",
        ),
        Mistake(
            only_the_slope_divided,
            "Only the last term is divided. Everything on the right of the equation is: set "
            "brackets.",
        ),
        Mistake(
            as_a_column,
            "Your heights are a column (m, 1), whatever the shape of x1. Products of single "
            "numbers with x1 keep its shape.",
        ),
        Mistake(
            through_numpy,
            "In a graph the weights have no numbers yet that NumPy could take. Indexing works on "
            "tensors and variables themselves.",
        ),
    ],
)
