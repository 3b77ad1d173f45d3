"""A wrong answer: epsilon in log."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    scale = tf.exp(log_scale)
    density = tf.exp(-0.5 * ((y_true - mean) / scale) ** 2) / (scale * math.sqrt(2 * math.pi))
    return -tf.math.log(density + 1e-7)
