"""A right answer: all values backwards."""

import tensorflow as tf


def decode_and_reverse(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8")
    turned = tf.RaggedTensor.from_row_lengths(
        tf.reverse(points.values, [0]), tf.reverse(points.row_lengths(), [0])
    )
    return tf.reverse(tf.strings.unicode_encode(turned, "UTF-8"), [0])
