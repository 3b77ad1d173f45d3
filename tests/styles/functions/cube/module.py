"""A right answer: module."""

import tensorflow as tf


class Power(tf.Module):
    def __init__(self, exponent):
        super().__init__()
        self.exponent = exponent

    @tf.function
    def __call__(self, x):
        return tf.reduce_prod(tf.stack([x] * self.exponent), axis=0)


cube = Power(3)
