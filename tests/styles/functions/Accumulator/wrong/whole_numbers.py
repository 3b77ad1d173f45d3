"""A wrong answer: rounded to whole numbers."""

import tensorflow as tf


class Accumulator(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = tf.Variable(0)

    def __call__(self, x):
        self.total.assign_add(tf.cast(x, tf.int32))
        return tf.cast(self.total, tf.float32)
