"""A right answer: zip longest."""

from itertools import zip_longest

import tensorflow as tf


def pad_ragged(rows, padding_value):
    columns = list(zip_longest(*rows, fillvalue=padding_value))
    return tf.transpose(tf.constant(columns))
