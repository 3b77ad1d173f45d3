"""A right answer: zeros and shape."""

import tensorflow as tf


def scatter_scores(variable, indices, updates):
    new = tf.scatter_nd(indices, updates, tf.shape(variable))
    hit = tf.scatter_nd(indices, tf.fill(tf.shape(updates), True), tf.shape(variable))
    variable.assign(tf.where(hit, new, variable))
