"""A wrong answer: fixed size."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    parts = []
    for i in range(0, len(inputs), 32):
        parts.append(model(inputs[i : i + 32], training=False))
    return tf.concat(parts, axis=0)
