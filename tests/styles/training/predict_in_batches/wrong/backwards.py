"""A wrong answer: backwards."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    parts = []
    for i in range(0, len(inputs), batch_size):
        parts.append(model(inputs[i : i + batch_size], training=False))
    return tf.concat(parts[::-1], axis=0)
