"""A right answer: NumPy draws, called by the graph each time."""

import numpy as np
import tensorflow as tf


@tf.function
def noisy(x):
    draw = lambda values: np.random.normal(size=values.shape).astype("float32")  # noqa: E731
    return x + tf.ensure_shape(tf.numpy_function(draw, [x], tf.float32), x.shape)
