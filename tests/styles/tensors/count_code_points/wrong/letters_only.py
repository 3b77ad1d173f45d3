"""A wrong answer: letters only."""

import tensorflow as tf


def count_code_points(strings):
    return tf.strings.length(tf.strings.regex_replace(strings, r"[^\p{L}]", ""), "UTF8_CHAR")
