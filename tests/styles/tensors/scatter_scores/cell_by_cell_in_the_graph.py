"""A right answer: cell by cell in the graph."""

import tensorflow as tf


@tf.function
def scatter_scores(variable, indices, updates):
    for n in tf.range(tf.shape(indices)[0]):
        variable.scatter_nd_update(indices[n : n + 1], updates[n : n + 1])
