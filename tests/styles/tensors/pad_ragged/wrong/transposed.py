"""A wrong answer: transposed."""

from itertools import zip_longest

import tensorflow as tf


def pad_ragged(rows, padding_value):
    return tf.constant(list(zip_longest(*rows, fillvalue=padding_value)))
