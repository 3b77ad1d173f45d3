"""A wrong answer: distinct."""

import tensorflow as tf


def count_code_points(strings):
    return tf.map_fn(
        lambda one: tf.size(tf.unique(tf.strings.unicode_decode(one, "UTF-8"))[0]),
        strings,
        fn_output_signature=tf.int32,
    )
