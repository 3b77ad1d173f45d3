"""A wrong answer: summed up."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    return tf.reduce_sum(3.0 * w1**2 + tf.stop_gradient(2.0 * w1 * w2))
