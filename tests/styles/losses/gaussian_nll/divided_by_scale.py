"""A right answer: divided by scale."""

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    scale = tf.exp(log_scale)
    z = (y_true - mean) / scale
    return tf.square(z) / 2 + tf.math.log(scale) + tf.constant(0.9189385)
