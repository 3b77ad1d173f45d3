"""A right answer: split and joined."""

import tensorflow as tf


def decode_and_reverse(strings):
    letters = tf.strings.unicode_split(strings, "UTF-8")
    return tf.strings.reduce_join(letters[:, ::-1], axis=-1)
