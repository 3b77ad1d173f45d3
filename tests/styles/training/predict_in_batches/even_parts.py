"""A right answer: even parts."""

import math

import numpy as np
import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    count = math.ceil(len(inputs) / batch_size)
    return tf.concat([model(part, training=False) for part in np.array_split(inputs, count)], 0)
