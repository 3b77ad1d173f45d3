"""A wrong answer: rounded."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    slopes = []
    for i in range(len(point)):
        moved = list(point)
        moved[i] += epsilon
        slopes.append(round((f(*moved) - f(*point)) / epsilon, 2))
    return slopes
