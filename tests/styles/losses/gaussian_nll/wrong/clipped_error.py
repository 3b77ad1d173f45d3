"""A wrong answer: clipped error."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    z = tf.clip_by_value((y_true - mean) * tf.exp(-log_scale), -50.0, 50.0)
    return 0.5 * z**2 + log_scale + 0.5 * math.log(2 * math.pi)
