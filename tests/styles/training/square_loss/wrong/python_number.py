"""A wrong answer: python number."""

import tensorflow as tf


def square_loss(targets, predictions):
    return tf.constant(float(tf.reduce_mean(tf.square(targets - predictions))))
