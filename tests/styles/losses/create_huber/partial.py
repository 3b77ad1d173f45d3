"""A right answer: partial."""

import functools

import keras


def _huber(y_true, y_pred, threshold):
    error = y_true - y_pred
    small = keras.ops.abs(error) < threshold
    line = threshold * keras.ops.abs(error) - 0.5 * threshold**2
    return keras.ops.where(small, 0.5 * keras.ops.square(error), line)


def create_huber(threshold=1.0):
    return functools.partial(_huber, threshold=threshold)
