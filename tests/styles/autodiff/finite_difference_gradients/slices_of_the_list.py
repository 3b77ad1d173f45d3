"""A right answer: slices of the list."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    base = f(*point)
    return [
        (f(*point[:i], point[i] + epsilon, *point[i + 1 :]) - base) / epsilon
        for i in range(len(point))
    ]
