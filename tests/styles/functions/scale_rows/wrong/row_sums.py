"""A wrong answer: row sums."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None])])
def scale_rows(x, factors):
    return tf.linalg.matvec(x, factors, transpose_a=True)
