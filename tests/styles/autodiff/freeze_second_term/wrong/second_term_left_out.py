"""A wrong answer: second term left out."""


def freeze_second_term(w1, w2):
    return 3.0 * w1**2
