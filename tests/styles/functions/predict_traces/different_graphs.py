"""A right answer: different graphs."""

import tensorflow as tf


def predict_traces(calls):
    f = tf.function(lambda x: 0)
    return len({id(f.get_concrete_function(x).graph) for x in calls})
