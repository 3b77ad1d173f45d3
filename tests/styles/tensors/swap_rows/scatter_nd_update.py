"""A right answer: scatter nd update."""


def swap_rows(variable, i, j):
    variable.scatter_nd_update([[i], [j]], [variable[j], variable[i]])
