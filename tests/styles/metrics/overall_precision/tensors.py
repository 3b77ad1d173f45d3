"""A right answer: tensors."""

import tensorflow as tf


def overall_precision(batches):
    tp = tf.add_n([tf.reduce_sum(tf.constant(t) * p) for t, p in batches])
    positive = tf.add_n([tf.reduce_sum(tf.constant(p)) for _, p in batches])
    return float(tf.math.divide_no_nan(tf.cast(tp, tf.float32), tf.cast(positive, tf.float32)))
