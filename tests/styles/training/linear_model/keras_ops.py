"""A right answer: keras ops."""

import keras


def linear_model(inputs, weights, bias):
    return keras.ops.add(keras.ops.matmul(inputs, weights), bias)
