"""A ready-made stand-in: class unreduced."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    return tf.keras.losses.Huber(reduction=None)(y_true[..., None], y_pred[..., None])
