"""A ready-made stand-in: function."""

import keras


def huber_fn(y_true, y_pred):
    return keras.losses.huber(y_true, y_pred)
