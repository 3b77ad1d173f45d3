"""A right answer: gradient of zero."""

import tensorflow as tf


@tf.custom_gradient
def constant_product(w1, w2):
    return 2.0 * w1 * w2, lambda upstream: (tf.zeros_like(upstream), tf.zeros_like(upstream))


def freeze_second_term(w1, w2):
    return 3.0 * w1 * w1 + constant_product(tf.convert_to_tensor(w1), tf.convert_to_tensor(w2))
