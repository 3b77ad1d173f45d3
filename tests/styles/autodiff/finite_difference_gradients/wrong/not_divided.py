"""A wrong answer: not divided."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    changes = []
    for i in range(len(point)):
        moved = list(point)
        moved[i] += epsilon
        changes.append(f(*moved) - f(*point))
    return changes
