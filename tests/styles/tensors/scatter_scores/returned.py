"""A right answer: returned."""


def scatter_scores(variable, indices, updates):
    return variable.scatter_nd_update(indices=indices, updates=updates)
