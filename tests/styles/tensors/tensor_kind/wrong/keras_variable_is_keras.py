"""A wrong answer: keras variable is keras."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable):
        return "variable"
    if isinstance(x, keras.KerasTensor | keras.Variable):
        return "keras"
    if isinstance(x, tf.Tensor):
        return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
    return "other"
