"""A right answer: keras ops."""

import keras


def huber_fn(y_true, y_pred):
    error = keras.ops.subtract(y_true, y_pred)
    is_small = keras.ops.absolute(error) < 1
    return keras.ops.where(is_small, keras.ops.square(error) / 2, keras.ops.abs(error) - 0.5)
