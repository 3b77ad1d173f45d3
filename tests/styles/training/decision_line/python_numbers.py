"""A right answer: python numbers."""


def decision_line(weights, bias, x1):
    w1, w2, b = float(weights[0, 0]), float(weights[1, 0]), float(bias[0])
    return (0.5 - b - w1 * x1) / w2
