"""A wrong answer: loop over coordinates."""


def pairwise_squared_distances(a, b):
    total = 0.0
    for k in range(a.shape[1]):
        total += (a[:, k, None] - b[None, :, k]) ** 2
    return total
