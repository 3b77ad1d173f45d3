"""A wrong answer: ascii encoding."""

import tensorflow as tf


def decode_and_reverse(strings):
    points = tf.strings.unicode_decode(strings, "US-ASCII")
    return tf.strings.unicode_encode(points[:, ::-1], "UTF-8")
