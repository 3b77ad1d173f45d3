"""A right answer: written one by one."""

import tensorflow as tf


@tf.function
def decode_and_reverse(strings):
    out = tf.TensorArray(tf.string, size=tf.size(strings))
    for n in tf.range(tf.size(strings)):
        points = tf.strings.unicode_decode(strings[n], "UTF-8")
        out = out.write(n, tf.strings.unicode_encode(points[::-1], "UTF-8"))
    return out.stack()
