"""A right answer: wrapped."""

import keras
import tensorflow as tf


@tf.function
def inner(x):
    return keras.ops.power(x, 3)


def cube(x):
    return inner(tf.convert_to_tensor(x))
