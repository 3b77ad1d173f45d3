"""A wrong answer: words reversed."""

import tensorflow as tf


def decode_and_reverse(strings):
    words = tf.strings.split(strings)
    return tf.strings.reduce_join(words[:, ::-1], axis=-1, separator=" ")
