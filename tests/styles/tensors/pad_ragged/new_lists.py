"""A right answer: new lists."""

import tensorflow as tf


def pad_ragged(rows, padding_value):
    width = max(len(row) for row in rows)
    return tf.constant([row + [padding_value] * (width - len(row)) for row in rows])
