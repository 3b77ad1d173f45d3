"""A right answer: forward mode."""

import tensorflow as tf


def sensitivity_penalty(model, x):
    total = 0.0
    for i in range(x.shape[1]):
        direction = tf.one_hot(tf.fill([tf.shape(x)[0]], i), x.shape[1], dtype=x.dtype)
        with tf.autodiff.ForwardAccumulator(x, direction) as forward:
            outputs = model(x)
        total += tf.reduce_sum(tf.square(forward.jvp(outputs)), axis=-1)
    return tf.reduce_mean(total)
