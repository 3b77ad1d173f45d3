"""A wrong answer: item assignment."""


def scatter_scores(variable, indices, updates):
    for n, index in enumerate(indices):
        variable[index] = updates[n]
