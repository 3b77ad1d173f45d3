"""A ready-made stand-in: subclass."""

import keras


class MyDense(keras.layers.Dense):
    pass
