"""A right answer: lambda by call."""

import tensorflow as tf

cube = tf.function(lambda x: x * x * x, reduce_retracing=True)
