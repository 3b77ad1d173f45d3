"""A wrong answer: shallow copy extended."""

import tensorflow as tf


def pad_ragged(rows, padding_value):
    rows = list(rows)
    width = max(len(row) for row in rows)
    for row in rows:
        row += [padding_value] * (width - len(row))
    return tf.constant(rows)
