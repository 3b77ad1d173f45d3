"""A right answer: bytes that begin."""

import tensorflow as tf


def count_code_points(strings):
    octets = tf.strings.bytes_split(strings)
    values = tf.io.decode_raw(octets.flat_values, tf.uint8)[:, 0]
    begins = tf.cast((values < 128) | (values >= 192), tf.int32)
    return tf.reduce_sum(octets.with_flat_values(begins), axis=1)
