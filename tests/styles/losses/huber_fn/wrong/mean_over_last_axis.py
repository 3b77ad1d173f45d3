"""A wrong answer: mean over last axis."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    error = y_true - y_pred
    small = tf.abs(error) <= 1
    return tf.reduce_mean(tf.where(small, error**2 / 2, tf.abs(error) - 0.5), axis=-1)
