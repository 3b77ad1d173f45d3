"""A right answer: signs."""

import tensorflow as tf


def l1_regularizer(weights):
    w = tf.convert_to_tensor(weights)
    return 1e-2 * tf.reduce_sum(w * tf.sign(w))
