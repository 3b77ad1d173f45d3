"""A wrong answer: unknown only by trying."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None, 3]), tf.TensorSpec([None])])
def scale_rows(x, factors):
    return x * factors[:, tf.newaxis]
