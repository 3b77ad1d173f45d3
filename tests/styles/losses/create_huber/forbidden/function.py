"""A ready-made stand-in: function."""

import keras


def create_huber(threshold=1.0):
    return lambda y_true, y_pred: keras.losses.huber(y_true, y_pred, delta=threshold)
