"""A wrong answer: bias subtracted."""


def linear_model(inputs, weights, bias):
    return inputs @ weights - bias
