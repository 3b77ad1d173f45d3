"""A wrong answer: not halved."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    z = (y_true - mean) * tf.exp(-log_scale)
    return z**2 + log_scale + 0.5 * math.log(2 * math.pi)
