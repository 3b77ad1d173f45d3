"""A right answer: a subclass of Mean, with a density of its own."""

import keras
import numpy as np


def density(y, parameters):
    logits, means, log_scales = keras.ops.split(parameters, 3, axis=-1)
    z = (keras.ops.reshape(y, (-1, 1)) - means) / keras.ops.exp(log_scales)
    logs = keras.ops.log_softmax(logits) - 0.5 * z * z - log_scales - 0.5 * np.log(2 * np.pi)
    return -keras.ops.logsumexp(logs, axis=-1)


class NegativeLogLikelihood(keras.metrics.Mean):
    def __init__(self, name="negative_log_likelihood", dtype=None):
        super().__init__(name, dtype)

    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(density(y_true, y_pred), sample_weight)
