"""A wrong answer: updates sorted."""

import tensorflow as tf


def scatter_scores(variable, indices, updates):
    variable.scatter_nd_update(indices, tf.sort(updates))
