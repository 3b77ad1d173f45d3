"""A wrong answer: mean written."""

import tensorflow as tf


def scatter_scores(variable, indices, updates):
    variable.scatter_nd_update(indices, tf.zeros_like(updates) + tf.reduce_mean(updates))
