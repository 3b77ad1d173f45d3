"""A wrong answer: a vector of one number."""

import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.total = tf.Variable([0.0])

    def __call__(self, x):
        return self.total.assign_add([x])
