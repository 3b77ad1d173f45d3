"""A right answer: converted to a tensor."""

import tensorflow as tf


def speed_and_acceleration(position, time):
    t = tf.convert_to_tensor(time)
    with tf.GradientTape() as acceleration_tape:
        acceleration_tape.watch(t)
        with tf.GradientTape() as speed_tape:
            speed_tape.watch(t)
            x = position(t)
        speed = speed_tape.gradient(x, t)
    return speed, acceleration_tape.gradient(speed, t)
