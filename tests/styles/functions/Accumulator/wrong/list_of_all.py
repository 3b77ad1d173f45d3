"""A wrong answer: a Python list of everything that came."""

import tensorflow as tf


class Accumulator:
    def __init__(self):
        self.seen = []

    def __call__(self, x):
        self.seen.append(x)
        return tf.add_n(self.seen)
