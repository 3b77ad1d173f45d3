"""A wrong answer: eager tensor of counts."""

import tensorflow as tf


def count_code_points(strings):
    return tf.constant([len(one.decode("utf-8")) for one in strings.numpy()], dtype=tf.int32)
