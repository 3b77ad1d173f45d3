"""A right answer: table."""

import keras
import tensorflow as tf


def tensor_kind(x):
    kinds = [
        ("variable", lambda: isinstance(x, (tf.Variable, keras.Variable))),
        ("keras", lambda: type(x) is keras.KerasTensor),
        ("symbolic", lambda: tf.is_symbolic_tensor(x)),
        ("eager", lambda: tf.is_tensor(x)),
        ("other", lambda: True),
    ]
    return next(kind for kind, fits in kinds if fits())
