"""A wrong answer: a total in float64."""

import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.total = tf.Variable(0.0, dtype=tf.float64)

    def __call__(self, x):
        return self.total.assign_add(tf.cast(x, tf.float64))
