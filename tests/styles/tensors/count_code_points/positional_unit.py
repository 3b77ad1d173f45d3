"""A right answer: positional unit."""

import keras
import tensorflow as tf


def count_code_points(strings):
    counts = tf.strings.length(strings, "UTF8_CHAR")
    return keras.ops.cast(counts, "int32")
