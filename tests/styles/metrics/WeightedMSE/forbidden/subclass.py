"""A ready-made stand-in: subclass."""

import keras


class WeightedMSE(keras.metrics.MeanSquaredError):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def get_config(self):
        return keras.metrics.Metric.get_config(self)
