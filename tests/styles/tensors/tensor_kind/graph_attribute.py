"""A right answer: graph attribute."""

import keras
import tensorflow as tf


def tensor_kind(x):
    if tf.is_tensor(x) and not isinstance(x, tf.Tensor):
        return "variable"
    if isinstance(x, tf.Tensor):
        return "symbolic" if hasattr(x, "graph") else "eager"
    return "keras" if isinstance(x, keras.KerasTensor) else "other"
