"""A right answer: a stateless draw whose seed counts the calls."""

import tensorflow as tf

calls = tf.Variable(0, dtype=tf.int32)


def _noisy(x):
    seed = tf.stack([calls.assign_add(1), 12])
    return x + tf.random.stateless_truncated_normal(tf.shape(x), seed=seed)


noisy = tf.function(_noisy)
