"""Writing single cells of a variable, all at once, by their indices.

Source: `tf.Variable.scatter_nd_update`,
https://www.tensorflow.org/api_docs/python/tf/Variable#scatter_nd_update.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def scatter_scores(variable, indices, updates):
    """Writes new values into some cells of a variable, in place.

    Row r of `indices` names one cell, with a number for each axis of the variable: for a matrix,
    (row, column). The cell becomes `updates[r]`. All other cells stay. What is returned does not
    matter.

    Args:
        variable: `tf.Variable` of any rank and shape, float32; it is changed.
        indices: Int32 tensor (k, rank), no two rows alike.
        updates: Tensor (k,) of the variable's dtype.

    Examples:
        >>> scores = tf.Variable([[1.0, 2.0], [3.0, 4.0]])
        >>> _ = scatter_scores(scores, tf.constant([[0, 1], [1, 0]]), tf.constant([8.0, 9.0]))
        >>> scores.numpy()
        array([[1., 8.],
               [9., 4.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    variable.scatter_nd_update(indices, updates)
    ### END SOLUTION


def added(variable, indices, updates):
    variable.scatter_nd_add(indices, updates)


def changed_copy(variable, indices, updates):
    return tf.tensor_scatter_nd_update(variable, indices, updates)


def the_rest_cleared(variable, indices, updates):
    variable.assign(tf.scatter_nd(indices, updates, variable.shape))


def whole_rows(variable, indices, updates):
    parts = tf.zeros_like(tf.gather(variable, indices[:, 0]))
    filled = parts + tf.reshape(updates, [-1] + [1] * (len(variable.shape) - 1))
    variable.scatter_update(tf.IndexedSlices(filled, indices[:, 0]))


def axes_turned_round(variable, indices, updates):
    variable.scatter_nd_update(tf.reverse(indices, axis=[1]), updates)


def slices_by_tensor(variable, indices, updates):
    variable[indices].assign(updates)


def only_the_last(variable, indices, updates):
    variable.scatter_nd_update(indices[-1:], updates[-1:])


def through_numpy(variable, indices, updates):
    values = variable.numpy()
    values[tuple(np.transpose(indices))] = updates
    variable.assign(values)


def in_a_graph(candidate, setting):
    """What a variable holds after a traced call with ten cells, and then one with three."""
    rng = np.random.default_rng([setting.seed, 6])
    variable = tf.Variable(rng.normal(size=(4, 5)), dtype=setting.precision)
    cells = np.stack(np.unravel_index(rng.permutation(20), (4, 5)), axis=1)

    @tf.function(
        input_signature=[
            tf.TensorSpec((None, 2), tf.int32),
            tf.TensorSpec((None,), setting.precision),
        ]
    )
    def write(indices, updates):
        candidate(variable, indices, updates)

    told = {}
    for k in (10, 3):
        write(tf.constant(cells[:k], tf.int32), tf.constant(rng.normal(size=k), setting.precision))
        told[f"what the variable holds after {k} cells were written"] = tf.identity(variable)
    return told


exercise = Exercise(
    scatter_scores,
    points=1,
    minutes=5,
    difficulty=2,
    importance=3,
    after="swap_rows",
    teaches=["T-30"],
    questions=[
        ask.in_place(
            "scatter_scores(v, indices, updates)",
            case(v=normal(4, 4), indices=[[0, 1], [3, 2], [2, 0]], updates=normal(3, mean=7.0)),
            case(v=normal(2, 5), indices=[[1, 4], [1, 0]], updates=normal(2, mean=7.0)),
            case(v=normal(3, 2), indices=[[2, 1]], updates=normal(1, mean=7.0)),
            variable="v",
            returned=False,
        ),
        ask.in_place(
            "scatter_scores(v, indices, updates)",
            case(v=normal(6), indices=[[4], [0], [5]], updates=normal(3, mean=7.0)),
            case(v=normal(2, 3, 2), indices=[[1, 0, 1], [0, 2, 0], [1, 2, 1]], updates=normal(3)),
            variable="v",
            returned=False,
            name="other ranks",
            title="Of a vector, and of a tensor with three axes",
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph, for any number of cells"),
    ],
    hints=[
        "A variable can write slices, and it can write single cells: look through its methods "
        "whose names begin with `scatter`.",
        "The methods with `nd` take a full index for each cell. One of them adds, one subtracts, "
        "and one replaces.",
        "`scatter_nd_update` of the variable takes just these two: where, and what.",
        "variable.…(indices, …)",
    ],
    mistakes=[
        Mistake(
            added,
            "The new values are added to the old ones. They are to take their place: which of "
            "the `scatter_nd_…` methods replaces?",
        ),
        Mistake(
            changed_copy,
            "`tf.tensor_scatter_nd_update` returns a changed copy, and the variable stays as it "
            "was. The variable has a method of almost the same name.",
        ),
        Mistake(
            the_rest_cleared,
            "All cells that `indices` does not name have become 0: `tf.scatter_nd` begins with "
            "zeros. The rest is to stay.",
        ),
        Mistake(
            whole_rows,
            "Whole rows change where single cells should: only the first number of each index "
            "is used. The form with `nd` in its name uses all of them.",
        ),
        Mistake(
            axes_turned_round,
            "Rows and columns are mixed up: the first number of an index belongs to the first "
            "axis.",
        ),
        Mistake(
            slices_by_tensor,
            "Unlike NumPy's, TensorFlow's brackets take no array of indices, only numbers and slices. "
            "For that a variable has `scatter_…` methods.",
        ),
        Mistake(
            only_the_last,
            "Only one of the cells has changed. All rows of `indices` count.",
        ),
        Mistake(
            through_numpy,
            "In a graph a variable has no values yet that NumPy could take. Let the variable do "
            "the writing.",
        ),
    ],
)
