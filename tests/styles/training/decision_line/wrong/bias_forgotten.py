"""A wrong answer: bias forgotten."""


def decision_line(weights, bias, x1):
    return (0.5 - weights[0, 0] * x1) / weights[1, 0]
