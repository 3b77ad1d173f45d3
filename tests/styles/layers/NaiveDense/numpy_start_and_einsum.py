"""A right answer: numpy start and einsum."""

import numpy as np
import tensorflow as tf


class NaiveDense:
    def __init__(self, input_size, output_size, activation):
        rng = np.random.default_rng(3)
        start = rng.normal(scale=0.1, size=(input_size, output_size))
        self.W = tf.Variable(start, dtype=tf.float32)
        self.b = tf.Variable(np.full(output_size, 0.01), dtype=tf.float32)
        self.act = activation

    def __call__(self, x):
        return self.act(tf.einsum("ni,io->no", x, self.W) + self.b)

    @property
    def weights(self):
        return self.W, self.b
