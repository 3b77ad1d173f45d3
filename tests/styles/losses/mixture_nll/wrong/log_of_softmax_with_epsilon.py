"""A wrong answer: log of softmax with epsilon."""

import math

import tensorflow as tf


def mixture_nll(y_true, logits, means, log_scales):
    z = (y_true[:, None] - means) * tf.exp(-log_scales)
    log_normal = -0.5 * z**2 - log_scales - 0.5 * math.log(2 * math.pi)
    log_pi = tf.math.log(tf.nn.softmax(logits) + 1e-6)
    return -tf.reduce_logsumexp(log_pi + log_normal, axis=-1)
