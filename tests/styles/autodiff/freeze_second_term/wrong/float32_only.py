"""A wrong answer: float32 only."""

import tensorflow as tf


def freeze_second_term(w1, w2):
    w1, w2 = tf.cast(w1, tf.float32), tf.cast(w2, tf.float32)
    return 3.0 * w1**2 + tf.stop_gradient(2.0 * w1 * w2)
