"""A wrong answer: relaxed."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: x, reduce_retracing=True)
    for x in calls:
        f(x)
    return f.experimental_get_tracing_count()
