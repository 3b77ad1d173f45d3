"""A right answer: keras ops."""

import keras
import numpy as np


def mixture_nll(y_true, logits, means, log_scales):
    y = keras.ops.reshape(y_true, (-1, 1))
    z = (y - means) * keras.ops.exp(-log_scales)
    log_normal = -(keras.ops.square(z) / 2 + log_scales + 0.5 * np.log(2 * np.pi))
    return -keras.ops.logsumexp(keras.ops.log_softmax(logits) + log_normal, axis=-1)
