"""A wrong answer: python list."""

import tensorflow as tf


def first_powers(x, n):
    powers = [tf.ones_like(x)]
    for _ in range(n - 1):
        powers.append(powers[-1] * x)
    return tf.stack(powers)
