"""A wrong answer: first weight of each layer."""


class NaiveSequential:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def weights(self):
        return [layer.weights[0] for layer in self.layers if layer.weights]
