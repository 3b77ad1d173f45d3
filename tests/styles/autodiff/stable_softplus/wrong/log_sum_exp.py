"""A wrong answer: log sum exp."""

import tensorflow as tf


def stable_softplus(x):
    return tf.reduce_logsumexp(tf.stack([x, tf.zeros_like(x)]), axis=0)
