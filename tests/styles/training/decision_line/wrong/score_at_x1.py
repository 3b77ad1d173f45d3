"""A wrong answer: score at x1."""


def decision_line(weights, bias, x1):
    return weights[0, 0] * x1 + bias[0] - 0.5
