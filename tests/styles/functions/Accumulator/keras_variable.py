"""A right answer: a Keras variable, without super().__init__()."""

import keras
import tensorflow as tf


class Accumulator(tf.Module):
    def __init__(self):
        self.value = keras.Variable(0.0, dtype="float32")

    def __call__(self, x):
        self.value.assign_add(x)
        return self.value.value
