"""A right answer: mapped in tf data."""

import numpy as np
import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    batches = tf.data.Dataset.from_tensor_slices(inputs).batch(batch_size)
    batches = batches.map(lambda batch: model(batch, training=False))
    return np.vstack(list(batches.as_numpy_iterator()))
