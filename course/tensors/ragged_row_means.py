"""The mean of each row of a ragged tensor, where a row may hold nothing.

Source: the guide "Ragged tensors", https://www.tensorflow.org/guide/ragged_tensor.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal


def ragged_row_means(ragged):
    r"""Returns the mean of each row of a ragged tensor, and 0 for an empty row.

    A row with the numbers $x_1, \dots, x_k$ has the mean $\frac{1}{k} \sum_i x_i$. An empty row,
    $k = 0$, gives 0. It works in eager mode and inside `tf.function`, where the number of rows
    and their lengths may both be unknown.

    Args:
        ragged: A `tf.RaggedTensor` of shape (rows, None) with finite floats.

    Returns:
        A dense tensor of shape (rows,) and of the same dtype.

    Examples:
        >>> ragged_row_means(tf.ragged.constant([[1.0, 2.0], [], [6.0]])).numpy()
        array([1.5, 0. , 6. ], dtype=float32)
    """
    ### BEGIN SOLUTION
    lengths = tf.cast(ragged.row_lengths(), ragged.dtype)
    return tf.math.divide_no_nan(tf.reduce_sum(ragged, axis=1), lengths)
    ### END SOLUTION


def nothing_by_nothing(ragged):
    return tf.reduce_mean(ragged, axis=1)


def mean_of_everything(ragged):
    return tf.reduce_mean(ragged)


def padding_counted(ragged):
    return tf.reduce_mean(ragged.to_tensor(), axis=1)


def columns_for_rows(ragged):
    return tf.reduce_mean(ragged, axis=0)


def only_summed(ragged):
    return tf.reduce_sum(ragged, axis=1)


def one_too_many(ragged):
    return tf.reduce_sum(ragged, axis=1) / tf.cast(ragged.row_lengths() + 1, ragged.dtype)


def empty_rows_left_out(ragged):
    filled = tf.ragged.boolean_mask(ragged, ragged.row_lengths() > 0)
    return tf.reduce_mean(filled, axis=1)


def last_empty_rows_lost(ragged):
    return tf.math.segment_mean(ragged.values, ragged.value_rowids())


exercise = Exercise(
    ragged_row_means,
    points=2,
    minutes=8,
    difficulty=2,
    importance=3,
    after="pad_ragged",
    teaches=["T-15", "T-37"],
    questions=[
        ask.values(
            "ragged_row_means(tf.RaggedTensor.from_row_lengths(values, [1, 4, 2]))",
            case(values=[-4.0, 1.0, 2.0, 6.0, -1.0, 0.5, 1.5]),
            case(values=normal(7, mean=3.0)),
            title="No row is empty",
        ),
        ask.values(
            "ragged_row_means(tf.RaggedTensor.from_row_lengths(values, [2, 0, 4, 0, 1]))",
            case(values=[1.0, 2.0, 8.0, 0.0, 4.0, 4.0, -3.0]),
            case(values=normal(7, mean=-2.0, scale=3.0)),
            name="empty rows",
            title="Empty rows between others",
            weight=2,
        ),
        ask.values(
            "ragged_row_means(tf.RaggedTensor.from_row_lengths(values, [0, 3, 2, 0, 0]))",
            case(values=normal(5, mean=3.0)),
            name="empty ends",
            title="The first and the last rows are empty",
        ),
        ask.values(
            "tf.function(ragged_row_means, input_signature=[tf.RaggedTensorSpec([None, None], "
            "values.dtype)])(tf.RaggedTensor.from_row_lengths(values, [1, 0, 3, 4]))",
            case(values=normal(8, mean=3.0)),
            name="graph mode",
            title="In a graph, for any number of rows",
        ),
    ],
    hints=[
        "`tf.reduce_mean` takes ragged tensors too. What does it make of a row without numbers, "
        "and why?",
        "A mean is a sum divided by a count. The sum of an empty row is fine; it is the division "
        "that needs care. `row_lengths()` counts.",
        "`tf.math.divide_no_nan(sums, counts)` gives 0 where the count is 0. The counts are whole "
        "numbers: TensorFlow divides only numbers of one dtype.",
        "counts = tf.cast(ragged.row_lengths(), …)\n"
        "return tf.math.divide_no_nan(tf.reduce_sum(ragged, axis=…), …)",
    ],
    mistakes=[
        Mistake(
            nothing_by_nothing,
            "An empty row gives NaN: its sum, 0, is divided by its length, 0. Which division "
            "knows what to do then?",
        ),
        Mistake(
            mean_of_everything,
            "You return one mean of all numbers. One for each row is asked for: which axis should "
            "be averaged away?",
        ),
        Mistake(
            padding_counted,
            "Short rows come out too small: `to_tensor` pads them with zeros, and the mean counts "
            "these too. Divide by the true lengths.",
        ),
        Mistake(
            columns_for_rows,
            "You average down the columns, axis 0. The numbers of a row lie along the other axis.",
        ),
        Mistake(only_summed, "You return the sums of the rows: divide them by their lengths."),
        Mistake(
            one_too_many,
            "You divide by one more than there are numbers. Nothing is divided by 0 any more, but "
            "all means are too small.",
        ),
        Mistake(
            empty_rows_left_out,
            "Empty rows have gone, so that the result has fewer rows than the tensor, and nobody "
            "can tell which is which. They should give 0.",
        ),
        Mistake(
            last_empty_rows_lost,
            "Empty rows at the end are missing: the ids of values never mention them. Who knows "
            "how many rows there are?",
        ),
    ],
)
