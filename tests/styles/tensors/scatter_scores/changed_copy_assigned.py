"""A right answer: changed copy assigned."""

import tensorflow as tf


def scatter_scores(variable, indices, updates):
    variable.assign(tf.tensor_scatter_nd_update(variable, indices, updates))
