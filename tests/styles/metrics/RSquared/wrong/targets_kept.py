"""A wrong answer: targets kept."""

import keras
import numpy as np


class RSquared(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.kept = []

    def update_state(self, y_true, y_pred, sample_weight=None):
        w = np.ones(np.size(y_true)) if sample_weight is None else np.ravel(sample_weight)
        self.kept.append(np.stack([np.ravel(y_true), np.ravel(y_pred), w]).astype("float64"))

    def result(self):
        if not self.kept:
            return 0.0
        y, p, w = np.concatenate(self.kept, axis=1)
        mean = np.average(y, weights=w)
        return float(1 - np.sum(w * (y - p) ** 2) / np.sum(w * (y - mean) ** 2))

    def reset_state(self):
        self.kept = []
