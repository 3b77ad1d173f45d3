"""A stand-in: Keras' own sum."""

import keras


class Accumulator(keras.metrics.Sum):
    def __init__(self):
        super().__init__()
