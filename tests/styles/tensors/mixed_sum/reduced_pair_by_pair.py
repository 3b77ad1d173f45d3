"""A right answer: reduced pair by pair."""

import functools

import tensorflow as tf


def mixed_sum(values):
    return functools.reduce(tf.add, map(lambda v: tf.cast(v, tf.float32), values))
