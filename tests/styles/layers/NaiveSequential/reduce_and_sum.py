"""A right answer: reduce and sum."""

from functools import reduce


class NaiveSequential:
    def __init__(self, layers):
        self.steps = tuple(layers)
        self.weights = sum([list(layer.weights) for layer in layers], [])

    def __call__(self, x):
        return reduce(lambda value, step: step(value), self.steps, x)
