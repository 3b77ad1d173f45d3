"""A right answer: one by one."""

import tensorflow as tf


def backwards(one):
    points = tf.strings.unicode_decode(one, "UTF-8")
    return tf.strings.unicode_encode(tf.reverse(points, [0]), "UTF-8")


def decode_and_reverse(strings):
    return tf.map_fn(backwards, strings)
