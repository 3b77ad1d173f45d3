"""A wrong answer: numpy derivative."""

import numpy as np
import tensorflow as tf


@tf.custom_gradient
def softplus_with_gradient(x):
    value = tf.maximum(x, 0.0) + tf.math.log1p(tf.exp(-tf.abs(x)))
    return value, lambda upstream: upstream * (1.0 / (1.0 + np.exp(-x)))
