"""A ready-made stand-in: subclass."""

import keras


class LayerNorm(keras.layers.LayerNormalization):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(epsilon=epsilon, **kwargs)
