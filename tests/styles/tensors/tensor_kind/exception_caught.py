"""A right answer: exception caught."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, keras.KerasTensor):
        return "keras"
    elif isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    elif isinstance(x, tf.Tensor):
        try:
            x.numpy()
        except AttributeError:
            return "symbolic"
        return "eager"
    else:
        return "other"
