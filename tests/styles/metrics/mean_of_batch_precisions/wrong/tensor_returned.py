"""A wrong answer: tensor returned."""

import numpy as np
import tensorflow as tf


def mean_of_batch_precisions(batches):
    values = [np.sum(t * p) / max(np.sum(p), 1) for t, p in batches]
    return tf.reduce_mean(tf.constant(values, tf.float32))
