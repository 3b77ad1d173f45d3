"""A wrong answer: number taken out."""

import tensorflow as tf


def leaky_relu_by_branch(x, slope):
    number = float(x)
    return tf.constant(number if number > 0 else slope * number)
