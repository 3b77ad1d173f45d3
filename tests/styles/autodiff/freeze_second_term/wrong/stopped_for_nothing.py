"""A wrong answer: stopped for nothing."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    second = 2.0 * w1 * w2
    tf.stop_gradient(second)
    return 3.0 * w1**2 + second
