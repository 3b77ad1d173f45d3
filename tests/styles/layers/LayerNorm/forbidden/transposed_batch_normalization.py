"""A ready-made stand-in: transposed batch normalization."""

import keras


class LayerNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.inner = keras.layers.BatchNormalization(epsilon=epsilon, center=False, scale=False)

    def call(self, inputs):
        turned = keras.ops.transpose(inputs)
        return keras.ops.transpose(self.inner(turned, training=True))
