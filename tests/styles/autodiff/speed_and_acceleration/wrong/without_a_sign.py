"""A wrong answer: without a sign."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    with tf.GradientTape() as outer:
        outer.watch(time)
        with tf.GradientTape() as inner:
            inner.watch(time)
            x = position(time)
        v = tf.abs(inner.gradient(x, time))
    return v, outer.gradient(v, time)
