"""A wrong answer: made variable of float32."""

import tensorflow as tf


def gradient_at(f, x):
    x = tf.Variable(x, dtype=tf.float32)
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)
