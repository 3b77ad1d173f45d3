"""A wrong answer: four steps."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    slopes = []
    for i in range(len(point)):
        value = {}
        for k in (-2, -1, 1, 2):
            moved = list(point)
            moved[i] += k * epsilon
            value[k] = f(*moved)
        slopes.append((value[-2] - 8 * value[-1] + 8 * value[1] - value[2]) / (12 * epsilon))
    return slopes
