"""A ready-made stand-in: old alias."""

import tensorflow as tf


def huber_fn(y_true, y_pred):
    return tf.compat.v1.losses.huber_loss(y_true, y_pred, reduction="none")
