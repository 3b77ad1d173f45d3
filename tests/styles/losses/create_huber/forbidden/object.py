"""A ready-made stand-in: object."""

import tensorflow as tf


def create_huber(threshold=1.0):
    return tf.losses.Huber(delta=threshold)
