"""A wrong answer: last layer left out."""


class NaiveSequential:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for i in range(len(self.layers) - 1):
            x = self.layers[i](x)
        return x

    @property
    def weights(self):
        return [weight for layer in self.layers for weight in layer.weights]
