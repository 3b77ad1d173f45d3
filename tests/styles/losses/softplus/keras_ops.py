"""A right answer: keras ops."""

import keras


def softplus(z):
    return keras.ops.logaddexp(z, 0.0)
