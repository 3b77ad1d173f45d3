"""A right answer: absolute and tilt."""

import tensorflow as tf


def pinball_loss(quantile):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return 0.5 * tf.abs(error) + (quantile - 0.5) * error

    return loss
