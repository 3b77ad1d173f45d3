"""A right answer: trace type."""

import tensorflow as tf


def predict_traces(calls):
    kinds = {tf.TensorSpec.from_tensor(tf.constant(x)) if hasattr(x, "shape") else x for x in calls}
    return len(kinds)
