"""A wrong answer: averaged."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    parts = []
    for i in range(0, len(inputs), batch_size):
        parts.append(model(inputs[i : i + batch_size], training=False))
    return tf.stack([tf.reduce_mean(part, axis=0) for part in parts])
