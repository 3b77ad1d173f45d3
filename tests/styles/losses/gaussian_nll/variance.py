"""A right answer: variance."""

import math

import tensorflow as tf


def gaussian_nll(y_true, mean, log_scale):
    variance = tf.exp(2.0 * log_scale)
    return 0.5 * (tf.math.log(2 * math.pi * variance) + (y_true - mean) ** 2 / variance)
