"""A right answer: a graph for every width."""

import tensorflow as tf

graphs = {}


def scale_rows(x, factors):
    width = x.shape[1]
    if width not in graphs:
        graphs[width] = tf.function(
            lambda x, factors: tf.linalg.diag(factors) @ x,
            input_signature=[tf.TensorSpec([None, width]), tf.TensorSpec([None])],
        )
    return graphs[width](x, factors)
