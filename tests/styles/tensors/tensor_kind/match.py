"""A right answer: match."""

import keras
import tensorflow as tf


def tensor_kind(x):
    match x:
        case tf.Variable() | keras.Variable():
            return "variable"
        case keras.KerasTensor():
            return "keras"
        case tf.Tensor():
            return "symbolic" if tf.is_symbolic_tensor(x) else "eager"
        case _:
            return "other"
