"""A wrong answer: signature left for later."""

import tensorflow as tf


def scale_rows(x, factors):
    return x * factors[..., tf.newaxis]


tf.function(scale_rows, input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None])])
