"""A right answer: callable object."""

import tensorflow as tf


class _Huber:
    def __init__(self, threshold):
        self.threshold = threshold
        self.__name__ = "huber_fn"

    def __call__(self, y_true, y_pred):
        error = y_true - y_pred
        big = tf.abs(error) >= self.threshold
        line = self.threshold * (tf.abs(error) - self.threshold / 2)
        return tf.where(big, line, error * error / 2)


def create_huber(threshold=1.0):
    return _Huber(threshold)
