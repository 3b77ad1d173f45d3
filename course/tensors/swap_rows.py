"""Changing a variable in place: parts are assigned through methods, and in an order that matters.

Source: the guide to variables, https://www.tensorflow.org/guide/variable.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, whole_numbers


def swap_rows(variable, i, j):
    """Swaps two rows of a variable, in place.

    Afterwards row i holds what row j held, and the other way round; the other rows stay. Where i
    and j are equal, nothing changes. A variable takes no `variable[i] = …`: assigning goes
    through its methods. Inside `tf.function` it works just the same.

    Args:
        variable: `tf.Variable` of shape (n, d) and any numeric dtype; it is changed.
        i: A row, Python int from 0 to n − 1.
        j: A row, Python int from 0 to n − 1; i and j may be equal.

    Returns:
        Nothing.

    Examples:
        >>> v = tf.Variable([[1, 2], [3, 4], [5, 6]])
        >>> swap_rows(v, 0, 2)
        >>> v.numpy()
        array([[5, 6],
               [3, 4],
               [1, 2]], dtype=int32)
    """
    ### BEGIN SOLUTION
    row_i, row_j = variable[i], variable[j]  # both are read before either is written
    variable[i].assign(row_j)
    variable[j].assign(row_i)
    ### END SOLUTION


def overwritten_before_it_is_read(variable, i, j):
    variable[i].assign(variable[j])
    variable[j].assign(variable[i])


def item_assignment(variable, i, j):
    variable[i], variable[j] = variable[j], variable[i]


def _swapped(variable, i, j):
    rows = tf.unstack(variable)
    rows[i], rows[j] = rows[j], rows[i]
    return tf.stack(rows)


def name_given_to_a_tensor(variable, i, j):
    variable = _swapped(variable, i, j)


def new_tensor_returned(variable, i, j):
    return _swapped(variable, i, j)


def variable_returned(variable, i, j):
    return variable.assign(_swapped(variable, i, j))


def columns(variable, i, j):
    variable.assign(tf.transpose(_swapped(tf.transpose(variable), i, j)))


def through_numpy(variable, i, j):
    values = variable.numpy()
    values[[i, j]] = values[[j, i]]
    variable.assign(values)


def added_and_subtracted(variable, i, j):
    variable[i].assign(variable[i] + variable[j])
    variable[j].assign(variable[i] - variable[j])
    variable[i].assign(variable[i] - variable[j])


exercise = Exercise(
    swap_rows,
    points=2,
    minutes=8,
    difficulty=3,
    importance=4,
    after="pairwise_squared_distances",
    teaches=["T-27", "T-28", "T-29", "T-31"],
    questions=[
        ask.in_place(
            "swap_rows(v, int(i), int(j))",
            case(v=normal(4, 4), i=1, j=3),
            case(v=normal(5, 6), i=4, j=0),
            case(v=normal(2, 2), i=0, j=1),
            variable="v",
        ),
        ask.in_place(
            "swap_rows(v, int(i), int(j))",
            case(v=normal(3, 3), i=2, j=2),
            case(v=normal(4, 5), i=0, j=0),
            variable="v",
            name="same row",
            title="A row with itself",
            weight=0.5,
        ),
        ask.in_place(
            "swap_rows(v, int(i), int(j))",
            case(v=whole_numbers(4, 4, low=-9), i=2, j=1),
            variable="v",
            name="whole numbers",
            title="Of whole numbers",
            weight=0.5,
        ),
        ask.in_place(
            "swap_rows(v, 0, 2), swap_rows(v, 1, 2)",
            case(v=normal(4, 4)),
            variable="v",
            returned=False,
            graph=True,
            name="graph mode",
            title="Twice in a graph",
        ),
    ],
    hints=[
        "You want to swap what is in two cups. How many cups do you need?",
        "`variable[i]` gives row i as a tensor, a copy. `variable[i].assign(…)` writes a row.",
        "Read both rows first. Only then write the one into the other's place.",
        "row_i, row_j = …, …\nvariable[i].assign(…)\nvariable[j].assign(…)",
    ],
    mistakes=[
        Mistake(
            overwritten_before_it_is_read,
            "Both rows hold the same now: row i was overwritten before anyone had read it. What "
            "must be kept first?",
        ),
        Mistake(
            item_assignment,
            "A variable does not take `variable[i] = …`, as a NumPy array would. Its rows have a "
            "method `assign`.",
        ),
        Mistake(
            name_given_to_a_tensor,
            "The variable is as it was. To make a new tensor, or to give it the name `variable` "
            "inside your function, does not touch it: it changes only through its methods.",
        ),
        Mistake(
            new_tensor_returned,
            "You return a new tensor with the rows swapped, and the variable is as it was. It is "
            "the variable that should change.",
        ),
        Mistake(
            variable_returned,
            "The rows are swapped. Return nothing, though: what changes its argument in place "
            "should not look as if it made something new.",
        ),
        Mistake(columns, "You swap columns: i and j count along the first axis."),
        Mistake(
            through_numpy,
            "In a graph a variable has no values yet that NumPy could take. Read and write it "
            "with TensorFlow's own operations.",
        ),
        Mistake(
            added_and_subtracted,
            "Swapping by adding and subtracting is clever, but a row swapped with itself becomes "
            "0, and large numbers lose digits. Keep a copy instead.",
        ),
    ],
)
