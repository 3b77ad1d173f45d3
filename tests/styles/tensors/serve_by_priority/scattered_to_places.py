"""A right answer: scattered to places."""

import tensorflow as tf


def serve_by_priority(priorities, values):
    priorities = tf.convert_to_tensor(priorities)
    places = tf.reduce_sum(tf.cast(priorities[:, None] > priorities[None, :], tf.int32), axis=1)
    return tf.tensor_scatter_nd_update(values, places[:, None], values)
