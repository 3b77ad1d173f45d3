"""A right answer: tracing count."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: tf.convert_to_tensor(x))
    for x in calls:
        f(x)
    return f.experimental_get_tracing_count()
