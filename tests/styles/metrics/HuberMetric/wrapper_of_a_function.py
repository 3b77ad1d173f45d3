"""A right answer: wrapper of a function."""

import keras


class HuberMetric(keras.metrics.MeanMetricWrapper):
    def __init__(self, threshold=1.0, name="huber_metric", dtype=None):
        def values(y_true, y_pred):
            error = keras.ops.ravel(y_true) - keras.ops.ravel(y_pred)
            clipped = keras.ops.clip(error, -threshold, threshold)
            return clipped * error - clipped**2 / 2

        super().__init__(fn=values, name=name, dtype=dtype)
        self.threshold = threshold

    def get_config(self):
        return {"threshold": self.threshold, "name": self.name, "dtype": self.dtype}
