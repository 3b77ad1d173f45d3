"""A wrong answer: one for the half."""


def decision_line(weights, bias, x1):
    return (1.0 - bias[0] - weights[0, 0] * x1) / weights[1, 0]
