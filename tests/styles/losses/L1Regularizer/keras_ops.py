"""A right answer: keras ops."""

import keras


@keras.saving.register_keras_serializable()
class L1Regularizer(keras.Regularizer):
    def __init__(self, factor):
        if factor < 0:
            raise ValueError(f"Expected a factor of at least 0, received {factor}")
        self.strength = factor

    def __call__(self, weights):
        return keras.ops.sum(self.strength * keras.ops.absolute(weights))

    def get_config(self):
        return {"factor": self.strength}
