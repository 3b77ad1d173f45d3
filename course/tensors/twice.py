"""The first card: a function that is given, so that everyone starts with a green one."""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, whole_numbers


def twice(x):
    """Doubles every element.

    This one is done already. Run its cell, then the check below it, and look at the card. Then
    change something, `x + 2.0` for example, run both cells again, and see what a card says when an
    answer is wrong.

    Args:
        x: Tensor of any shape and of any numeric dtype.

    Returns:
        A tensor of the shape and dtype of `x`.

    Examples:
        >>> twice(tf.constant([1.0, -3.0])).numpy()
        array([ 2., -6.], dtype=float32)
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


def square(x):
    return x**2


def two_added(x):
    return x + 2


def half(x):
    return tf.cast(tf.cast(x, tf.float32) / 2, x.dtype)


exercise = Exercise(
    twice,
    points=1,
    minutes=2,
    difficulty=1,
    importance=1,
    given=True,
    questions=[
        ask.values("twice(x)", case(x=[1.0, -3.0, 0.5]), case(x=normal(4)), case(x=normal(2, 3))),
        ask.values(
            "twice(x)",
            case(x=whole_numbers(5, low=3)),
            name="whole numbers",
            title="Whole numbers stay whole",
        ),
    ],
    hints=[
        "It was right as it came. What did you change?",
        "Every element times two; nothing is added up.",
        "return 2 * x",
    ],
    mistakes=[
        Mistake(square, "You square each element: that doubles only 2 and 0. Write `2 * x`."),
        Mistake(two_added, "You add 2 to each element: that doubles only 2. Write `2 * x`."),
        Mistake(half, "You halve each element: twice means the other way. Write `2 * x`."),
    ],
)
