"""A wrong answer: subtracted."""


def scatter_scores(variable, indices, updates):
    variable.scatter_nd_sub(indices, updates)
