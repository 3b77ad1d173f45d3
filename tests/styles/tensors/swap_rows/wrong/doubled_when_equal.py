"""A wrong answer: doubled when equal."""


def swap_rows(variable, i, j):
    a, b = variable[i], variable[j]
    variable.scatter_nd_add([[i], [j]], [b, a])
    variable.scatter_nd_sub([[i], [j]], [a, a])
