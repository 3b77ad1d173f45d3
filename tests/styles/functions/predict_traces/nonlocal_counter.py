"""A right answer: nonlocal counter."""

import tensorflow as tf


def predict_traces(calls):
    count = 0

    def body(x):
        nonlocal count
        count += 1
        return tf.identity(x)

    f = tf.function(body, autograph=False)
    for x in calls:
        f(x)
    return count
