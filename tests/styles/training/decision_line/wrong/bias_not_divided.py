"""A wrong answer: bias not divided."""


def decision_line(weights, bias, x1):
    return (0.5 - weights[0, 0] * x1) / weights[1, 0] - bias[0]
