"""A wrong answer: first column only."""


def linear_model(inputs, weights, bias):
    return inputs @ weights[:, :1] + bias
