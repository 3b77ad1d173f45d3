"""A right answer: recursive."""


class NaiveSequential:
    def __init__(self, layers):
        self.first = layers[0]
        self.rest = NaiveSequential(layers[1:]) if len(layers) > 1 else None
        self.weights = [*self.first.weights]
        if self.rest is not None:
            self.weights.extend(self.rest.weights)

    def __call__(self, inputs):
        outputs = self.first(inputs)
        return outputs if self.rest is None else self.rest(outputs)
