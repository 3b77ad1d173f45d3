"""A wrong answer: finite differences of the sum."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    outputs, penalty = model(x), 0.0
    for i in range(x.shape[1]):
        step = 1e-3 * tf.one_hot(i, x.shape[1], dtype=x.dtype)
        penalty += tf.square(tf.reduce_sum(model(x + step) - outputs, axis=1) / 1e-3)
    return tf.reduce_mean(penalty)
