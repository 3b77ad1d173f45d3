"""A right answer: a plain class that returns what assign_add gives."""

import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.sum = tf.Variable(0.0, trainable=False)

    def __call__(self, x):
        return self.sum.assign_add(x)
