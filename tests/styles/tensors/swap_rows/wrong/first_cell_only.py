"""A wrong answer: first cell only."""


def swap_rows(variable, i, j):
    first, second = variable[i, 0], variable[j, 0]
    variable[i, 0].assign(second)
    variable[j, 0].assign(first)
