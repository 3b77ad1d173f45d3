"""A right answer: tensors."""

import tensorflow as tf


def mean_of_batch_precisions(batches):
    values = []
    for y_true, y_pred in batches:
        t, p = tf.cast(y_true, tf.float32), tf.cast(y_pred, tf.float32)
        values.append(tf.math.divide_no_nan(tf.reduce_sum(t * p), tf.reduce_sum(p)))
    return float(tf.reduce_mean(values))
