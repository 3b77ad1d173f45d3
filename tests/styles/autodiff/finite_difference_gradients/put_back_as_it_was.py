"""A right answer: put back as it was."""


def finite_difference_gradients(f, point, epsilon=1e-6):
    gradients = []
    for i in range(len(point)):
        old = point[i]
        point[i] = old + epsilon
        up = f(*point)
        point[i] = old - epsilon
        down = f(*point)
        point[i] = old
        gradients.append((up - down) / (2.0 * epsilon))
    return gradients
