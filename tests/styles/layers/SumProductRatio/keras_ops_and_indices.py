"""A right answer: keras ops and indices."""

import keras


@keras.saving.register_keras_serializable()
class SumProductRatio(keras.Layer):
    def __init__(self, name=None, dtype=None, trainable=True):
        super().__init__(name=name, dtype=dtype, trainable=trainable)

    def build(self, input_shapes):
        assert len(input_shapes) == 2
        self.built = True

    def call(self, inputs, training=None):
        ops = keras.ops
        total = ops.add(inputs[0], inputs[1])
        return (total, ops.multiply(inputs[0], inputs[1]), ops.true_divide(inputs[0], inputs[1]))

    def get_config(self):
        return super().get_config()
