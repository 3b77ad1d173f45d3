"""A wrong answer: acceleration first."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    with tf.GradientTape() as outer:
        outer.watch(time)
        with tf.GradientTape() as inner:
            inner.watch(time)
            x = position(time)
        speed = inner.gradient(x, time)
    return outer.gradient(speed, time), speed
