"""A right answer: four bytes each."""

import tensorflow as tf


def count_code_points(strings):
    return tf.strings.length(tf.strings.unicode_transcode(strings, "UTF-8", "UTF-32-BE")) // 4
