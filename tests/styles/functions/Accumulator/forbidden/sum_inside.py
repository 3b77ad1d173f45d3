"""A stand-in: Keras' own sum, inside."""

import keras


class Accumulator:
    def __init__(self):
        self.total = keras.metrics.Sum()

    def __call__(self, x):
        self.total.update_state(x)
        return self.total.result()
