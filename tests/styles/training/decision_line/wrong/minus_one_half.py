"""A wrong answer: minus one half."""


def decision_line(weights, bias, x1):
    return (-0.5 - bias[0] - weights[0, 0] * x1) / weights[1, 0]
