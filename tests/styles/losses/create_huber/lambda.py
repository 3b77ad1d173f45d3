"""A right answer: lambda."""

import tensorflow as tf


def create_huber(threshold=1.0):
    assert threshold > 0
    return lambda y_true, y_pred: tf.where(
        tf.abs(y_true - y_pred) < threshold,
        (y_true - y_pred) ** 2 / 2,
        threshold * tf.abs(y_true - y_pred) - threshold**2 / 2,
    )
