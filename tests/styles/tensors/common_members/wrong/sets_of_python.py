"""A wrong answer: sets of python."""

import tensorflow as tf


def common_members(a, b, padding):
    rows = [sorted(set(x) & set(y)) for x, y in zip(a.numpy(), b.numpy(), strict=True)]
    return tf.ragged.constant(rows, dtype=a.dtype).to_tensor(padding)
