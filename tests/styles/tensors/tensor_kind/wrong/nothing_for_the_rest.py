"""A wrong answer: nothing for the rest."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if isinstance(x, tf.Variable | keras.Variable):
        return "variable"
    if isinstance(x, keras.KerasTensor):
        return "keras"
    if isinstance(x, tf.Tensor):
        return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
