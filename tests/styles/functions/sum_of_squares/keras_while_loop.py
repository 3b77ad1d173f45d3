"""A right answer: keras while loop."""

import keras


def sum_of_squares(n):
    zero = keras.ops.zeros_like(n)
    _, total = keras.ops.while_loop(
        lambda i, total: i > 0, lambda i, total: (i - 1, total + i * i), (n, zero)
    )
    return total
