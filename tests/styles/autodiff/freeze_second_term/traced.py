"""A right answer: traced."""

import tensorflow as tf


@tf.function
def freeze_second_term(w1, w2):
    first = tf.multiply(tf.cast(3.0, w1.dtype), tf.pow(w1, 2))
    second = tf.stop_gradient(w1 * w2)
    return tf.add(first, second + second)
