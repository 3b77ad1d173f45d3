"""A wrong answer: second sign."""

import tensorflow as tf


def pinball_loss(quantile):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return tf.maximum(quantile * error, (1 - quantile) * error)

    return loss
