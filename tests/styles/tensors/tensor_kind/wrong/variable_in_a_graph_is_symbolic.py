"""A wrong answer: variable in a graph is symbolic."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, keras.KerasTensor):
        return "keras"
    if tf.is_tensor(x) and not tf.executing_eagerly():
        return "symbolic" if not hasattr(x, "numpy") or isinstance(x, tf.Variable) else "eager"
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    return "eager" if tf.is_tensor(x) else "other"
