"""A wrong answer: another encoding."""

import tensorflow as tf


def decode_and_reverse(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8")
    return tf.strings.unicode_encode(points[:, ::-1], "UTF-16-BE")
