"""A ready-made stand-in: groups of one."""

import keras


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.GroupNormalization(groups=1, epsilon=epsilon)

    def call(self, inputs):
        flat = keras.ops.reshape(inputs, (-1, inputs.shape[-1]))
        return keras.ops.reshape(self.inner(flat), keras.ops.shape(inputs))
