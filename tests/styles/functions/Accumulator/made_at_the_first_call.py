"""A right answer: the variable is made at the first call, and kept."""

import tensorflow as tf


class Accumulator:
    total = None

    def __call__(self, x):
        if self.total is None:
            self.total = tf.Variable(0.0)
        self.total.assign(self.total + x)
        return tf.identity(self.total)
