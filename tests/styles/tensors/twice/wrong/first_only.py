"""A wrong answer: the first element only."""

import tensorflow as tf


def twice(x):
    return tf.concat([2 * x[:1], x[1:]], axis=0)
