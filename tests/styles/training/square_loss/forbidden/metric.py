"""A ready-made stand-in: metric."""

import keras


def square_loss(targets, predictions):
    return keras.metrics.MeanSquaredError()(targets, predictions)
