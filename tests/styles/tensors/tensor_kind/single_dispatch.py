"""A right answer: single dispatch."""

from functools import singledispatch

import keras
import tensorflow as tf


@singledispatch
def kind(x):
    return "other"


@kind.register(tf.Variable)
@kind.register(keras.Variable)
def _(x):
    return "variable"


@kind.register(keras.KerasTensor)
def _(x):
    return "keras"


@kind.register(tf.Tensor)
def _(x):
    return "symbolic" if tf.is_symbolic_tensor(x) else "eager"


def tensor_kind(x):
    return kind(x)
