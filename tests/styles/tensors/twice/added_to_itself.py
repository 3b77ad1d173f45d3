"""A right answer: added to itself."""

import tensorflow as tf


def twice(x):
    return tf.add(x, x)
