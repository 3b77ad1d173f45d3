"""A wrong answer: correction without gradient."""

import tensorflow as tf


def stable_softplus(x):
    return tf.maximum(x, 0.0) + tf.stop_gradient(tf.math.log1p(tf.exp(-tf.abs(x))))
