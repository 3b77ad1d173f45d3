"""A wrong answer: list emptied."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: x)
    while calls:
        f(calls.pop())
    return f.experimental_get_tracing_count()
