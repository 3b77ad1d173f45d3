"""A wrong answer: capital letters."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable | keras.Variable):
        return "Variable"
    if isinstance(x, keras.KerasTensor):
        return "Keras"
    if isinstance(x, tf.Tensor):
        return "Symbolic" if tf.is_symbolic_tensor(x) else "Eager"
    return "Other"
