"""A wrong answer: backward."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    slopes = []
    for i in range(len(point)):
        behind = list(point)
        behind[i] -= epsilon
        slopes.append((f(*point) - f(*behind)) / epsilon)
    return slopes
