"""A right answer: masks."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    e = y_pred - y_true
    small = tf.cast(tf.abs(e) < 1, tf.float32)
    return small * 0.5 * e * e + (1 - small) * (tf.abs(e) - 0.5)
