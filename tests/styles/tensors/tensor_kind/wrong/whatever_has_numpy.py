"""A wrong answer: whatever has numpy."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, keras.KerasTensor):
        return "keras"
    if hasattr(x, "numpy"):
        return "eager"
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    return "symbolic" if isinstance(x, tf.Tensor) else "other"
