"""A wrong answer: log cosh."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    return tf.math.log(tf.cosh(y_true - y_pred))
