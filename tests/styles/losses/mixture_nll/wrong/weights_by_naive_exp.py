"""A wrong answer: weights by naive exp."""

import math

import tensorflow as tf


def mixture_nll(y_true, logits, means, log_scales):
    z = (y_true[:, None] - means) * tf.exp(-log_scales)
    log_normal = -0.5 * z**2 - log_scales - 0.5 * math.log(2 * math.pi)
    weights = tf.exp(logits) / tf.reduce_sum(tf.exp(logits), axis=-1, keepdims=True)
    return -tf.reduce_logsumexp(tf.math.log(weights) + log_normal, axis=-1)
