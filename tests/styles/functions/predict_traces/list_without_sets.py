"""A right answer: list without sets."""

import tensorflow as tf


def predict_traces(calls):
    seen = []
    for call in calls:
        if isinstance(call, str):
            key = call
        elif tf.is_tensor(call) or hasattr(call, "dtype"):
            tensor = tf.constant(call)
            key = [tensor.shape.as_list(), tensor.dtype]
        else:
            key = [call]
        if key not in seen:
            seen.append(key)
    return len(seen)
