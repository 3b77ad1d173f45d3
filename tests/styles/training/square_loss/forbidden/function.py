"""A ready-made stand-in: function."""

import keras
import tensorflow as tf


def square_loss(targets, predictions):
    return tf.reduce_mean(keras.losses.mean_squared_error(targets, predictions))
