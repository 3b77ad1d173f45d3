"""A right answer: both arguments stopped."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    return 3 * tf.square(w1) + 2 * tf.stop_gradient(w1) * tf.stop_gradient(w2)
