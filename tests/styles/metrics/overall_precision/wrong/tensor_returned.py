"""A wrong answer: tensor returned."""

import numpy as np
import tensorflow as tf


def overall_precision(batches):
    right = sum(np.sum(t * p) for t, p in batches)
    positive = sum(np.sum(p) for _, p in batches)
    return tf.constant(right / positive if positive else 0.0, tf.float32)
