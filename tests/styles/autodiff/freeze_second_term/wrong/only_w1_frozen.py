"""A wrong answer: only w1 frozen."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    return 3.0 * w1**2 + 2.0 * tf.stop_gradient(w1) * w2
