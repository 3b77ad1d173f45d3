"""A stand-in: keras.optimizers.MultiOptimizer in Keras' own step."""
# needs keras.optimizers.MultiOptimizer

import keras


class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep, **kwargs):
        super().__init__(**kwargs)
        self.wide = wide
        self.deep = deep

    def call(self, inputs):
        return self.wide(inputs) + self.deep(inputs)

    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        wide = {id(variable) for variable in self.wide.trainable_variables}

        def chosen(variable):
            return wide_optimizer if id(variable) in wide else deep_optimizer

        super().compile(optimizer=keras.optimizers.MultiOptimizer(chosen), **kwargs)
