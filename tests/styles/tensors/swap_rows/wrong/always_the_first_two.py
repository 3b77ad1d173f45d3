"""A wrong answer: always the first two."""


def swap_rows(variable, i, j):
    a, b = variable[0], variable[1]
    variable[0].assign(b)
    variable[1].assign(a)
