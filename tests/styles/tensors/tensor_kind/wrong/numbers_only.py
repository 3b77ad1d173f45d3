"""A wrong answer: numbers only."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    if isinstance(x, keras.KerasTensor):
        return "keras"
    if isinstance(x, tf.Tensor) and (x.dtype.is_floating or x.dtype.is_integer):
        return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
    return "other"
