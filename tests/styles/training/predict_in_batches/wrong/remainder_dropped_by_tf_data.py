"""A wrong answer: remainder dropped by tf data."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    batches = tf.data.Dataset.from_tensor_slices(inputs).batch(batch_size, drop_remainder=True)
    return tf.concat([model(batch) for batch in batches] or [model(inputs)], axis=0)
