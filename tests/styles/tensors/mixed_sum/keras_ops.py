"""A right answer: keras ops."""

import keras


def mixed_sum(values):
    return keras.ops.sum(keras.ops.stack([keras.ops.cast(v, "float32") for v in values]))
