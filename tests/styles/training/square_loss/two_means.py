"""A right answer: two means."""

import tensorflow as tf


def square_loss(targets, predictions):
    per_example = tf.square(targets - predictions)
    while per_example.shape.rank:
        per_example = tf.reduce_mean(per_example, axis=-1)
    return per_example
