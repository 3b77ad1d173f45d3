"""A right answer: keras ops."""

import keras


def from_numpy(array):
    return keras.ops.convert_to_tensor(array, dtype="float32")
