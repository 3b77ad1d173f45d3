"""A wrong answer: whatever becomes a tensor."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    if isinstance(x, keras.KerasTensor):
        return "keras"
    try:
        x = tf.convert_to_tensor(x)
    except (TypeError, ValueError):
        return "other"
    return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
