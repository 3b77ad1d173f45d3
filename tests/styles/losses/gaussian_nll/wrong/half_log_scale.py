"""A wrong answer: half log scale."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    z = (y_true - mean) * tf.exp(-log_scale)
    return 0.5 * z**2 + 0.5 * log_scale + 0.5 * math.log(2 * math.pi)
