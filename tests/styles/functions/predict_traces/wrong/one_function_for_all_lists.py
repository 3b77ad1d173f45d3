"""A wrong answer: one function for all lists."""

import tensorflow as tf

f = tf.function(lambda x: x)


def predict_traces(calls):
    for x in calls:
        f(x)
    return f.experimental_get_tracing_count()
