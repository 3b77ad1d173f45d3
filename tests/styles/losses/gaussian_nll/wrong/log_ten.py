"""A wrong answer: log ten."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    scale = 10.0**log_scale
    return 0.5 * ((y_true - mean) / scale) ** 2 + tf.math.log(scale) + 0.5 * math.log(2 * math.pi)
