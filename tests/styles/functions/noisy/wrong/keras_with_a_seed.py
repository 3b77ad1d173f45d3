"""A wrong answer: Keras' random numbers with a fixed seed."""

import keras
import tensorflow as tf


@tf.function
def noisy(x):
    return x + keras.random.normal(x.shape, seed=3)
