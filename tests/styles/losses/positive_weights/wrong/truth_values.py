"""A wrong answer: truth values."""


def positive_weights(weights):
    return weights > 0.0
