"""A wrong answer: sum over last axis."""

import tensorflow as tf


def softplus(z):
    return tf.reduce_sum(tf.math.log(1.0 + tf.exp(z)), axis=-1)
