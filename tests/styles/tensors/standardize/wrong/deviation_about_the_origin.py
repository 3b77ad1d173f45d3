"""A wrong answer: deviation about the origin."""

import tensorflow as tf


def standardize(x, epsilon=1e-7):
    deviation = tf.sqrt(tf.reduce_mean(tf.square(x), axis=0))
    return (x - tf.reduce_mean(x, axis=0)) / (deviation + epsilon)
