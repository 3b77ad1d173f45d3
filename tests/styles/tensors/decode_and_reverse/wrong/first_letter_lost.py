"""A wrong answer: first letter lost."""

import tensorflow as tf


def decode_and_reverse(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8")
    return tf.strings.unicode_encode(points[:, :0:-1], "UTF-8")
