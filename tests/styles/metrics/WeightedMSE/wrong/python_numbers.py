"""A wrong answer: python numbers."""

import keras
import numpy as np


class WeightedMSE(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.squares, self.weights = [], []

    def update_state(self, y_true, y_pred, sample_weight=None):
        squares = (np.ravel(y_true) - np.ravel(y_pred)) ** 2
        self.squares += squares.tolist()
        self.weights += [1.0] * len(squares) if sample_weight is None else list(sample_weight)

    def result(self):
        return float(np.average(self.squares, weights=self.weights)) if self.squares else 0.0

    def reset_state(self):
        self.squares.clear()
        self.weights.clear()
