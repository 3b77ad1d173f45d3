"""A right answer: any rank."""

import tensorflow as tf

anything = tf.TensorSpec(None, tf.float32)


@tf.function(input_signature=(anything, anything))
def scale_rows(x, factors):
    return tf.einsum("nd,n->nd", x, factors)
