"""A right answer: one by one."""

import tensorflow as tf


def count_code_points(strings):
    return tf.map_fn(
        lambda one: tf.size(tf.strings.unicode_decode(one, "UTF-8")),
        strings,
        fn_output_signature=tf.int32,
    )
