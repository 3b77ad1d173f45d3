"""A wrong answer: equal rows refused."""


def swap_rows(variable, i, j):
    if i == j:
        raise ValueError("i and j must differ")
    a, b = variable[i], variable[j]
    variable[i].assign(b)
    variable[j].assign(a)
