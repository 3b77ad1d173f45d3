"""A wrong answer: relative steps."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    slopes = []
    for i, w in enumerate(point):
        step = epsilon * abs(w)
        moved = list(point)
        moved[i] = w + step
        slopes.append((f(*moved) - f(*point)) / step)
    return slopes
