"""A wrong answer: zeros replaced afterwards."""

import tensorflow as tf


def pad_ragged(rows, padding_value):
    dense = tf.ragged.constant(rows).to_tensor()
    return tf.where(dense == 0, tf.cast(padding_value, dense.dtype), dense)[:, :-1]
