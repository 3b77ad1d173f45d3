"""Another of Keras' dense layers."""

import keras


class MixtureRegressor(keras.Model):
    def __init__(self, components=2, units=16, **kwargs):
        super().__init__(**kwargs)
        self.body = keras.layers.EinsumDense("bi,io->bo", units, bias_axes="o", activation="tanh")
        self.head = keras.layers.EinsumDense("bi,io->bo", 3 * components, bias_axes="o")

    def call(self, inputs):
        return self.head(self.body(inputs))
