"""A wrong answer: training in the last batch."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    parts = []
    for i in range(0, len(inputs), batch_size):
        parts.append(model(inputs[i : i + batch_size], training=i + batch_size >= len(inputs)))
    return tf.concat(parts, axis=0)
