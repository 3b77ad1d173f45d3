"""A wrong answer: python numbers as tensors."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: x)
    for x in calls:
        f(tf.convert_to_tensor(x))
    return f.experimental_get_tracing_count()
