"""A right answer: keras ops."""

import keras


def freeze_second_term(w1, w2):
    second = keras.ops.stop_gradient(keras.ops.multiply(w1, w2) * 2.0)
    return keras.ops.add(keras.ops.square(w1) * 3.0, second)
