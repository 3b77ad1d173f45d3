"""A wrong answer: the second half gets the noise of the first half."""

import tensorflow as tf


@tf.function
def noisy(x):
    half = tf.random.normal([tf.size(x) // 2])
    rest = tf.random.normal([tf.size(x) % 2])
    return x + tf.reshape(tf.concat([half, half, rest], 0), tf.shape(x))
