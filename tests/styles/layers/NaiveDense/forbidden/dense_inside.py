"""A ready-made stand-in: dense inside."""

import keras


class NaiveDense:
    def __init__(self, input_size, output_size, activation):
        self.dense = keras.layers.Dense(output_size, activation=activation)
        self.dense.build((None, input_size))
        self.weights = [one.value for one in self.dense.weights]

    def __call__(self, x):
        return self.dense(x)
