"""A wrong answer: keras tensor never reached."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    if isinstance(x, tf.Tensor):
        if isinstance(x, keras.KerasTensor):
            return "keras"
        return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
    return "other"
