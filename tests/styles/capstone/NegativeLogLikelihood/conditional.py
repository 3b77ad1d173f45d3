"""A right answer: keras.ops, a condition in place of a safe division."""

import keras
import numpy as np


def density(y, parameters):
    logits, means, log_scales = keras.ops.split(parameters, 3, axis=-1)
    z = (keras.ops.reshape(y, (-1, 1)) - means) / keras.ops.exp(log_scales)
    logs = keras.ops.log_softmax(logits) - 0.5 * z * z - log_scales - 0.5 * np.log(2 * np.pi)
    return -keras.ops.logsumexp(logs, axis=-1)


@keras.saving.register_keras_serializable()
class NegativeLogLikelihood(keras.metrics.Metric):
    def __init__(self, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.s = self.add_weight(shape=(2,), initializer="zeros", name="sums")

    def update_state(self, y_true, y_pred, sample_weight=None):
        losses = density(y_true, y_pred)
        w = keras.ops.ones_like(losses)
        if sample_weight is not None:
            w = keras.ops.cast(keras.ops.reshape(sample_weight, (-1,)), losses.dtype)
        self.s.assign_add(keras.ops.stack([keras.ops.sum(w * losses), keras.ops.sum(w)]))

    def result(self):
        total, count = self.s[0], self.s[1]
        return keras.ops.where(count == 0, 0.0, total / keras.ops.where(count == 0, 1.0, count))
