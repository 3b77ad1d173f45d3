"""A right answer: slope and intercept."""


def decision_line(weights, bias, x1):
    slope = -weights[0] / weights[1]
    intercept = (0.5 - bias) / weights[1]
    return slope * x1 + intercept
