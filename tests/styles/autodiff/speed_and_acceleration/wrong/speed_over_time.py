"""A wrong answer: speed over time."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    with tf.GradientTape() as tape:
        tape.watch(time)
        x = position(time)
    speed = tape.gradient(x, time)
    return speed, speed / time
