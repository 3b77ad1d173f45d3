"""A right answer: Keras' random numbers."""

import keras
import tensorflow as tf


@tf.function
def noisy(x):
    return x + keras.random.normal(keras.ops.shape(x), stddev=0.1, dtype=x.dtype)
