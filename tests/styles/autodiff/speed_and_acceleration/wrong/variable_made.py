"""A wrong answer: variable made."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    t = tf.Variable(time)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            x = position(t)
        speed = inner.gradient(x, t)
    return speed, outer.gradient(speed, t)
