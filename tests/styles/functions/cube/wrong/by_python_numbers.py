"""A wrong answer: by python numbers."""

import tensorflow as tf


@tf.function
def one_cube(number):
    return tf.constant(number) ** 3


def cube(x):
    numbers = [one_cube(float(number)) for number in tf.reshape(x, [-1])]
    return tf.reshape(tf.stack(numbers), x.shape)
