"""A wrong answer: only one way."""


def swap_rows(variable, i, j):
    variable[i].assign(variable[j])
