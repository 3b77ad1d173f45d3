"""A right answer: keras ops."""

import keras


def ragged_row_means(ragged):
    counts = keras.ops.cast(ragged.row_lengths(), ragged.dtype.name)
    means = keras.ops.divide_no_nan(ragged.to_tensor(0.0), counts[:, None])
    return keras.ops.sum(means, axis=1)
