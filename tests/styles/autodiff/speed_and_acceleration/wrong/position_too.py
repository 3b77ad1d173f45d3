"""A wrong answer: position too."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    with tf.GradientTape() as outer:
        outer.watch(time)
        with tf.GradientTape() as inner:
            inner.watch(time)
            x = position(time)
        speed = inner.gradient(x, time)
    return x, speed, outer.gradient(speed, time)
