"""A wrong answer: numbers of the weights."""


class NaiveSequential:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def weights(self):
        return [weight.numpy() for layer in self.layers for weight in layer.weights]
