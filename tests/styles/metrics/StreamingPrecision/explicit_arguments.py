"""A right answer: explicit arguments."""

import keras


@keras.saving.register_keras_serializable(package="course")
class StreamingPrecision(keras.metrics.Metric):
    def __init__(self, threshold=0.5, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        if not 0 <= threshold <= 1:
            raise ValueError("threshold must lie between 0 and 1")
        self.limit = threshold
        self.tp = self.add_weight(shape=(), initializer="zeros", name="tp")
        self.fp = self.add_weight(shape=(), initializer="zeros", name="fp")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = keras.ops.ravel(keras.ops.cast(y_true, "bool"))
        y_pred = keras.ops.ravel(y_pred) > self.limit
        hits = keras.ops.cast(keras.ops.logical_and(y_true, y_pred), "float32")
        misses = keras.ops.cast(
            keras.ops.logical_and(keras.ops.logical_not(y_true), y_pred), "float32"
        )
        if sample_weight is not None:
            weights = keras.ops.ravel(keras.ops.cast(sample_weight, "float32"))
            hits, misses = hits * weights, misses * weights
        self.tp.assign(self.tp + keras.ops.sum(hits))
        self.fp.assign(self.fp + keras.ops.sum(misses))

    def result(self):
        return keras.ops.divide_no_nan(self.tp, self.tp + self.fp)

    def reset_state(self):
        for one in (self.tp, self.fp):
            one.assign(0)

    def get_config(self):
        config = super().get_config()
        config.update({"threshold": self.limit})
        return config
