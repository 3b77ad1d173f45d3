"""A right answer: tried for values."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, (keras.Variable, tf.Variable)):
        return "variable"
    if keras.backend.is_keras_tensor(x):
        return "keras"
    if isinstance(x, tf.Tensor):
        return "eager" if hasattr(x, "numpy") else "symbolic"
    return "other"
