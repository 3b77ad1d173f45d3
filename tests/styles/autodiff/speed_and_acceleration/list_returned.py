"""A right answer: list returned."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    with tf.GradientTape() as t2:
        t2.watch(time)
        with tf.GradientTape() as t1:
            t1.watch(time)
            x = position(time)
        v = t1.gradient(x, time)
    a = t2.gradient(v, time)
    return [v, a]
