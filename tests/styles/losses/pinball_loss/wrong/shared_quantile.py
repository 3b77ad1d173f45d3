"""A wrong answer: shared quantile."""

import tensorflow as tf

settings = {}


def pinball_loss(quantile):
    settings["quantile"] = quantile

    def loss(y_true, y_pred):
        q, error = settings["quantile"], y_true - y_pred
        return tf.maximum(q * error, (q - 1) * error)

    return loss
