"""A right answer: vectorized."""

import tensorflow as tf


def product(pair):
    return pair[0] * pair[1]


@tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None])])
def inner(x, factors):
    return tf.vectorized_map(product, (x, factors))


def scale_rows(x, factors):
    return inner(x, factors)
