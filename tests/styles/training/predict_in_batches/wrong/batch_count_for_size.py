"""A wrong answer: batch count for size."""

import numpy as np
import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    return tf.concat([model(part) for part in np.array_split(inputs, batch_size)], axis=0)
