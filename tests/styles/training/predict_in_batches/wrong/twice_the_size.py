"""A wrong answer: twice the size."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    parts = []
    for i in range(0, len(inputs), 2 * batch_size):
        parts.append(model(inputs[i : i + 2 * batch_size], training=False))
    return tf.concat(parts, axis=0)
