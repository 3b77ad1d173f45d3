"""A wrong answer: code points sorted."""

import tensorflow as tf


def decode_and_reverse(strings):
    def one(text):
        points = tf.strings.unicode_decode(text, "UTF-8")
        return tf.strings.unicode_encode(tf.sort(points, direction="DESCENDING"), "UTF-8")

    return tf.map_fn(one, strings)
