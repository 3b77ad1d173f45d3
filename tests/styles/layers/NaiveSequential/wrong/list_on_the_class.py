"""A wrong answer: list on the class."""


class NaiveSequential:
    layers = []

    def __init__(self, layers):
        self.layers.clear()
        self.layers.extend(layers)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def weights(self):
        return [weight for layer in self.layers for weight in layer.weights]
