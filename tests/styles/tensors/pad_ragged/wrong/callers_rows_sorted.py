"""A wrong answer: callers rows sorted."""

import tensorflow as tf


def pad_ragged(rows, padding_value):
    rows.sort(key=len)
    return tf.ragged.constant(rows).to_tensor(padding_value)
