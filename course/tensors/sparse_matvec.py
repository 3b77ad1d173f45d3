"""A sparse matrix times a vector: only the cells that are stored are worked on.

Source: the guide "Working with sparse tensors",
https://www.tensorflow.org/guide/sparse_tensor.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def sparse_matvec(indices, values, shape, vector):
    r"""Returns the product of a sparse matrix and a vector.

    The matrix $A$ of the given shape (m, n) is 0 but for the cells at `indices`, which hold
    `values`; the result is $y_i = \sum_j A_{ij} v_j$ for the vector $v$. The indices may come in
    any order, no cell comes twice, and a row or column may have no cell at all. It works in eager
    mode and inside `tf.function`, where the number of cells may be unknown.

    Args:
        indices: An int64 tensor of shape (k, 2): the row and the column of each cell.
        values: A float32 tensor of shape (k,): what the cells hold.
        shape: [m, n], a list of two Python integers.
        vector: A float32 tensor of shape (n,).

    Returns:
        A dense float32 tensor of shape (m,).

    Examples:
        >>> indices = tf.constant([[1, 2], [0, 0]], tf.int64)
        >>> vector = tf.constant([10.0, 20.0, 30.0])
        >>> sparse_matvec(indices, tf.constant([2.0, 5.0]), [2, 3], vector).numpy()
        array([50., 60.], dtype=float32)
    """
    ### BEGIN SOLUTION
    matrix = tf.SparseTensor(tf.cast(indices, tf.int64), values, tf.cast(shape, tf.int64))
    column = tf.expand_dims(vector, axis=1)  # (n, 1)
    product = tf.sparse.sparse_dense_matmul(tf.sparse.reorder(matrix), column)  # (m, 1)
    return tf.squeeze(product, axis=1)
    ### END SOLUTION


def reading_order_assumed(indices, values, shape, vector):
    dense = tf.sparse.to_dense(tf.SparseTensor(indices, values, shape))
    return tf.linalg.matvec(dense, vector)


def indices_sorted_without_values(indices, values, shape, vector):
    order = tf.argsort(indices[:, 0] * shape[1] + indices[:, 1])
    matrix = tf.SparseTensor(tf.gather(indices, order), values, shape)
    return tf.linalg.matvec(tf.sparse.to_dense(matrix), vector)


def column_returned(indices, values, shape, vector):
    matrix = tf.sparse.reorder(tf.SparseTensor(indices, values, shape))
    return tf.sparse.sparse_dense_matmul(matrix, vector[:, tf.newaxis])


def transposed(indices, values, shape, vector):
    products = values * tf.gather(vector, indices[:, 0])
    return tf.math.unsorted_segment_sum(products, indices[:, 1], shape[0])


def last_cell_of_a_row_wins(indices, values, shape, vector):
    products = values * tf.gather(vector, indices[:, 1])
    return tf.tensor_scatter_nd_update(tf.zeros(shape[:1], values.dtype), indices[:, :1], products)


def last_empty_rows_lost(indices, values, shape, vector):
    products = values * tf.gather(vector, indices[:, 1])
    return tf.math.unsorted_segment_sum(products, indices[:, 0], tf.reduce_max(indices[:, 0]) + 1)


def vector_left_out(indices, values, shape, vector):
    return tf.sparse.reduce_sum(tf.sparse.reorder(tf.SparseTensor(indices, values, shape)), axis=1)


def vector_by_place_in_the_list(indices, values, shape, vector):
    products = values * vector[: tf.size(values)]
    return tf.math.unsorted_segment_sum(products, indices[:, 0], shape[0])


ORDERED = [[0, 0], [0, 2], [1, 1], [2, 0]]
SHUFFLED = [[2, 0], [0, 3], [1, 1], [0, 0], [2, 3]]
UPSIDE_DOWN = [[3, 0], [1, 1], [1, 0]]

exercise = Exercise(
    sparse_matvec,
    points=2,
    minutes=10,
    difficulty=2,
    importance=3,
    after="ragged_row_means",
    teaches=["T-40", "T-41", "T-42"],
    questions=[
        ask.values(
            "sparse_matvec(tf.cast(indices, tf.int64), values, [3, 3], vector)",
            case(indices=ORDERED, values=[1.0, 2.0, 3.0, 4.0], vector=[10.0, 20.0, 30.0]),
            case(indices=ORDERED, values=normal(4), vector=normal(3)),
            title="A square matrix, indices in reading order",
            products=True,
        ),
        ask.values(
            "sparse_matvec(tf.cast(indices, tf.int64), values, [3, 4], vector)",
            case(indices=SHUFFLED, values=normal(5), vector=normal(4)),
            case(indices=SHUFFLED[::-1], values=normal(5), vector=normal(4)),
            name="any order",
            title="A wide matrix, indices in another order",
            products=True,
            weight=2,
        ),
        ask.values(
            "sparse_matvec(tf.cast(indices, tf.int64), values, [5, 2], vector)",
            case(indices=UPSIDE_DOWN, values=normal(3), vector=normal(2)),
            name="empty rows",
            title="A tall matrix, rows without a cell",
            products=True,
        ),
        ask.in_graph(
            "tf.function(sparse_matvec)(tf.cast(indices, tf.int64), values, [3, 4], vector)",
            case(indices=SHUFFLED, values=normal(5), vector=normal(4)),
            case(indices=SHUFFLED[:3], values=normal(3), vector=normal(4)),
            title="In a graph, for any number of cells",
            products=True,
        ),
    ],
    hints=[
        "`tf.SparseTensor` takes indices, values and shape as you have them. Which operation "
        "multiplies such a matrix?",
        "`tf.sparse.sparse_dense_matmul` multiplies by a dense *matrix*: what shape does a "
        "vector have as a matrix of one column? And which order of indices do sparse operations "
        "expect?",
        "`tf.sparse.reorder` brings indices and values into reading order; "
        "`vector[:, tf.newaxis]` is (n, 1); the product is (m, 1) and loses its last axis.",
        "matrix = tf.sparse.reorder(tf.SparseTensor(…, …, …))\n"
        "product = tf.sparse.sparse_dense_matmul(matrix, …)\nreturn tf.squeeze(…, axis=…)",
    ],
    mistakes=[
        Mistake(
            reading_order_assumed,
            "With indices in another order than the reading order, `to_dense` raises: put them in "
            "order first. Which function of `tf.sparse` does that?",
        ),
        Mistake(
            indices_sorted_without_values,
            "You sort the indices but not the values, so that numbers land in other cells. Move "
            "both, or let `tf.sparse.reorder` do so.",
        ),
        Mistake(
            column_returned,
            "You return a column, (m, 1): the product of matrices keeps its last axis. A vector, "
            "(m,), is asked for.",
        ),
        Mistake(
            transposed,
            "Rows and columns are swapped: you multiply by the transposed matrix. The first "
            "number of an index is the row.",
        ),
        Mistake(
            last_cell_of_a_row_wins,
            "Where a row has several cells, only one of them reaches the result: the products of "
            "a row must be added up, not overwritten.",
        ),
        Mistake(
            last_empty_rows_lost,
            "Rows at the end without a cell are missing: the indices don't tell how many rows "
            "there are. What does?",
        ),
        Mistake(vector_left_out, "You add up the matrix's rows: the vector plays no part."),
        Mistake(
            vector_by_place_in_the_list,
            "You multiply the first value by the vector's first number, and so on. Which number "
            "of the vector belongs to a cell? Its column says.",
        ),
    ],
)
