"""A right answer: copies extended."""

import copy

import tensorflow as tf


def pad_ragged(rows, padding_value):
    rows = copy.deepcopy(rows)
    longest = max(map(len, rows))
    for row in rows:
        row.extend([padding_value] * (longest - len(row)))
    return tf.convert_to_tensor(rows)
