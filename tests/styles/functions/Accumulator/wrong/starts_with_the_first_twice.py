"""A wrong answer: the first number is counted twice."""

import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.total = None

    def __call__(self, x):
        if self.total is None:
            self.total = tf.Variable(lambda: tf.zeros([]))
            self.total.assign_add(x)
        return self.total.assign_add(x)
