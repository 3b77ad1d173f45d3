"""A ready-made stand-in: sequential of lambdas."""

import keras


class NaiveSequential:
    def __init__(self, layers):
        self.model = keras.Sequential([keras.layers.Lambda(layer) for layer in layers])
        self.weights = [weight for layer in layers for weight in layer.weights]

    def __call__(self, x):
        return self.model(x)
