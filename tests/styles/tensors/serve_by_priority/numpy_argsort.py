"""A right answer: numpy argsort."""

import numpy as np
import tensorflow as tf


def serve_by_priority(priorities, values):
    return tf.convert_to_tensor(np.take(values.numpy(), np.argsort(priorities)), values.dtype)
