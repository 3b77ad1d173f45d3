"""A wrong answer: epsilon in log."""

import math

import tensorflow as tf


def mixture_nll(y_true, logits, means, log_scales):
    z = (y_true[:, None] - means) * tf.exp(-log_scales)
    log_normal = -0.5 * z**2 - log_scales - 0.5 * math.log(2 * math.pi)
    density = tf.reduce_sum(tf.nn.softmax(logits) * tf.exp(log_normal), axis=-1)
    return -tf.math.log(density + 1e-12)
