"""A wrong answer: overlapping last batch."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    n, parts = len(inputs), []
    for i in range(0, n, batch_size):
        parts.append(model(inputs[max(min(i, n - batch_size), 0) :][:batch_size], training=False))
    left = n - batch_size * (len(parts) - 1)
    return tf.concat([*parts[:-1], parts[-1][-left:]], axis=0)
