"""A wrong answer: derivative returned."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    return 6.0 * w1 + tf.stop_gradient(2.0 * w1 * w2)
