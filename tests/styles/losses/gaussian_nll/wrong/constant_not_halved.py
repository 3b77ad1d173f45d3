"""A wrong answer: constant not halved."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    z = (y_true - mean) * tf.exp(-log_scale)
    return 0.5 * z**2 + log_scale + math.log(2 * math.pi)
