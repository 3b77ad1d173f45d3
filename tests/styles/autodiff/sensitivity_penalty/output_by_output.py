"""A right answer: output by output."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        columns = tf.unstack(model(x), axis=1)
    squares = [tf.reduce_sum(tape.gradient(column, x) ** 2, axis=1) for column in columns]
    return tf.reduce_mean(tf.add_n(squares))
