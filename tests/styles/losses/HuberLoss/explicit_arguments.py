"""A right answer: explicit arguments."""

import keras


@keras.saving.register_keras_serializable(package="course")
class HuberLoss(keras.Loss):
    def __init__(self, threshold=1.0, name="huber", reduction="sum_over_batch_size", dtype=None):
        super().__init__(name=name, reduction=reduction, dtype=dtype)
        if threshold <= 0:
            raise ValueError("threshold must be positive")
        self.t = float(threshold)

    def call(self, y_true, y_pred):
        distance = keras.ops.abs(y_true - y_pred)
        quadratic = keras.ops.minimum(distance, self.t)
        return quadratic**2 / 2 + self.t * (distance - quadratic)

    def get_config(self):
        config = super().get_config()
        config.update({"threshold": self.t})
        return config
