"""A ready-made stand-in: older function."""

import tensorflow as tf


def square_loss(targets, predictions):
    return tf.compat.v1.losses.mean_squared_error(targets, predictions)
