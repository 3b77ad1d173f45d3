"""A right answer: keras ops."""

import keras
import numpy as np


def gaussian_nll(y_true, mean, log_scale):
    z = keras.ops.multiply(y_true - mean, keras.ops.exp(-log_scale))
    return 0.5 * z * z + log_scale + 0.5 * np.log(2 * np.pi)
