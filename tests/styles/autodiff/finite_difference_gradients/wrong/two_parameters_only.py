"""A wrong answer: two parameters only."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    a, b = point
    return [
        (f(a + epsilon, b) - f(a, b)) / epsilon,
        (f(a, b + epsilon) - f(a, b)) / epsilon,
    ]
