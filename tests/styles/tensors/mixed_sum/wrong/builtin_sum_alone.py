"""A wrong answer: builtin sum alone."""


def mixed_sum(values):
    return sum(values)
