"""A right answer: split and counted."""

import tensorflow as tf


def count_code_points(strings):
    letters = tf.strings.unicode_split(strings, "UTF-8")
    return tf.reduce_sum(tf.ones_like(letters, dtype=tf.int32), axis=1)
