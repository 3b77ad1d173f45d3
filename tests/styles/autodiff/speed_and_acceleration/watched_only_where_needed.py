"""A right answer: watched only where needed."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    is_variable = isinstance(time, tf.Variable)
    with tf.GradientTape() as outer:
        if not is_variable:
            outer.watch(time)
        with tf.GradientTape() as inner:
            if not is_variable:
                inner.watch(time)
            where = position(time)
        velocity = inner.gradient(where, time)
    return velocity, outer.gradient(velocity, time)
