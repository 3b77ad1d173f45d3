"""A wrong answer: at least one."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: x)
    for x in calls:
        f(x)
    return max(1, f.experimental_get_tracing_count())
