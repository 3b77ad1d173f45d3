"""A ready-made stand-in: loss class."""

import keras
import tensorflow as tf


def square_loss(targets, predictions):
    targets, predictions = tf.reshape(targets, [-1, 1]), tf.reshape(predictions, [-1, 1])
    return keras.losses.MeanSquaredError()(targets, predictions)
