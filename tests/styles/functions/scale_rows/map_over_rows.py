"""A right answer: map over rows."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None, None]), tf.TensorSpec([None])])
def scale_rows(x, factors):
    return tf.map_fn(lambda row: row[0] * row[1], (x, factors), fn_output_signature=tf.float32)
