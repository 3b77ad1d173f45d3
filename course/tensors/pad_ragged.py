"""Lists of differing length become one dense tensor: ragged first, padded then.

Source: the guide "Ragged tensors", https://www.tensorflow.org/guide/ragged_tensor.
"""

from copy import deepcopy

import keras
import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask


def pad_ragged(rows, padding_value):
    r"""Returns a list of lists of differing length as a dense tensor, padded at the end of rows.

    The tensor has shape (number of rows, length of the longest row). Row $i$ starts with the
    numbers of `rows[i]`, in their order; what is left of it is filled with `padding_value`. A row
    may be empty, but not all of them are. Whole numbers give a tensor of whole numbers, floats
    one of floats. The lists themselves stay as they are.

    Args:
        rows: A list of lists of Python numbers, all of one kind.
        padding_value: What fills the short rows, a Python number of the same kind.

    Returns:
        A dense tensor of shape (number of rows, length of the longest row).

    Examples:
        >>> pad_ragged([[1, 2], [], [3, 4, 5]], -1).numpy()
        array([[ 1,  2, -1],
               [-1, -1, -1],
               [ 3,  4,  5]], dtype=int32)
    """
    ### BEGIN SOLUTION
    return tf.ragged.constant(rows).to_tensor(default_value=padding_value)
    ### END SOLUTION


def always_zeros(rows, padding_value):
    return tf.ragged.constant(rows).to_tensor()


def padded_in_front(rows, padding_value):
    width = max(len(row) for row in rows)
    return tf.constant([[padding_value] * (width - len(row)) + row for row in rows])


def callers_lists_changed(rows, padding_value):
    width = max(len(row) for row in rows)
    for row in rows:
        while len(row) < width:
            row.append(padding_value)
    return tf.constant(rows)


def still_ragged(rows, padding_value):
    return tf.ragged.constant(rows)


def cut_to_the_shortest(rows, padding_value):
    width = min(len(row) for row in rows)
    return tf.constant([row[:width] for row in rows])


def width_of_the_first_row(rows, padding_value):
    return tf.ragged.constant(rows).to_tensor(padding_value, shape=[None, len(rows[0])])


def floats_cut_off(rows, padding_value):
    padded = keras.utils.pad_sequences(rows, padding="post", value=padding_value)
    return tf.constant(padded)


def _whole(setting, *lengths):
    """Rows of whole numbers of those lengths."""
    rng = np.random.default_rng([setting.seed, 39, *lengths])
    return [rng.integers(1, 90, length).tolist() for length in lengths]


def _floats(setting, *lengths):
    """Rows of floats of those lengths, with one decimal place."""
    rng = np.random.default_rng([setting.seed, 40, *lengths])
    return [rng.normal(0.0, 9.0, length).round(1).tolist() for length in lengths]


def _in_usual_size(value, setting):
    """Numbers of 32 or 64 bits are both right: what counts is whether they are whole."""
    if not isinstance(value, tf.Tensor):
        return value
    if value.dtype.is_integer:
        return tf.cast(value, tf.int32)
    return tf.cast(value, setting.precision) if value.dtype.is_floating else value


def _asked(*calls):
    """A scene: what the candidate returns for each of the calls, (rows, padding value)."""

    def scene(candidate, setting):
        return {
            f"pad_ragged({rows}, {padding})": _in_usual_size(
                candidate(deepcopy(rows), padding), setting
            )
            for rows, padding in ((make(setting, *lengths), one) for make, lengths, one in calls)
        }

    return scene


def rows_afterwards(candidate, setting):
    """The caller's lists, after the call."""
    rows = _whole(setting, 1, 3, 2)
    label = f"rows = {rows}; pad_ragged(rows, 0); rows"
    candidate(rows, 0)
    return {label: rows}


exercise = Exercise(
    pad_ragged,
    points=1,
    minutes=5,
    difficulty=1,
    importance=3,
    after="decode_and_reverse",
    teaches=["T-37", "T-39"],
    questions=[
        ask.behaviour(
            _asked((_whole, (2, 4, 1, 3), -1), (_whole, (3, 1), 0), (_whole, (2, 2), 7)),
            name="values",
            title="Whole numbers",
            weight=2,
        ),
        ask.behaviour(
            _asked((_floats, (1, 3, 2), 0.5)), name="floats", title="Floats, padded with 0.5"
        ),
        ask.behaviour(
            _asked((_whole, (0, 3, 1, 0), -7)), name="empty rows", title="Some rows are empty"
        ),
        ask.behaviour(
            rows_afterwards, name="left alone", title="The caller's lists stay", needs="values"
        ),
    ],
    hints=[
        "Which kind of tensor may have rows of differing length? It is a good halfway house.",
        "`tf.ragged.constant` takes a list of lists. A method of the ragged tensor makes it dense.",
        "`to_tensor` pads at the end of rows, with zeros unless you tell it a `default_value`.",
        "ragged = tf.ragged.constant(…)\nreturn ragged.to_tensor(…)",
    ],
    mistakes=[
        Mistake(
            always_zeros,
            "Short rows are filled with zeros, whatever the padding value: nobody told `to_tensor` "
            "what to fill with.",
        ),
        Mistake(
            padded_in_front,
            "You pad in front of the numbers. The numbers come first, the padding after them.",
        ),
        Mistake(
            callers_lists_changed,
            "The tensor is right, but the caller's lists have grown: `append` and `extend` change "
            "the very lists that you were given. Build new ones, or let TensorFlow do so.",
        ),
        Mistake(
            still_ragged,
            "Your tensor is still ragged: its rows differ in length. A dense tensor is asked for.",
        ),
        Mistake(
            cut_to_the_shortest,
            "You cut all rows to the length of the shortest, and numbers are lost. The longest "
            "row sets the width.",
        ),
        Mistake(
            width_of_the_first_row,
            "The first row sets your width, so that longer rows lose their ends. Which row should?",
        ),
        Mistake(
            floats_cut_off,
            "Floats lose what stands behind the point: `pad_sequences` makes whole numbers unless "
            "it is given a `dtype`. Does TensorFlow's own way need that?",
        ),
    ],
)
