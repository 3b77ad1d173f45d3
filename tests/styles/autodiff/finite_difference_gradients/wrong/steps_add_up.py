"""A wrong answer: steps add up."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    slopes, moved = [], list(point)
    start = f(*point)
    for i in range(len(point)):
        moved[i] += epsilon
        slopes.append((f(*moved) - start) / epsilon)
    return slopes
