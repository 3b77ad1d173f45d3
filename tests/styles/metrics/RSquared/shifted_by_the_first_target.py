"""A right answer: shifted by the first target."""

import keras


class RSquared(keras.metrics.Metric):
    def __init__(self, name="r2", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.first = self.add_weight(name="first", initializer="zeros")
        self.started = self.add_weight(name="started", initializer="zeros")
        self.sums = self.add_weight(name="sums", shape=(4,), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = keras.ops.ravel(y_true), keras.ops.ravel(y_pred)
        w = keras.ops.ones_like(y_true) if sample_weight is None else keras.ops.ravel(sample_weight)
        candidates = keras.ops.pad(y_true, (0, 1))
        self.first.assign(keras.ops.where(self.started > 0, self.first, candidates[0]))
        some = keras.ops.cast(keras.ops.shape(y_true)[0] > 0, "float32")
        self.started.assign(keras.ops.maximum(self.started, some))
        y = y_true - self.first
        terms = [w, w * y, w * y * y, w * keras.ops.square(y_true - y_pred)]
        self.sums.assign_add(keras.ops.stack([keras.ops.sum(one) for one in terms]))

    def result(self):
        n, s, ss, sse = keras.ops.unstack(self.sums.value)
        sst = ss - s * keras.ops.divide_no_nan(s, n)
        return keras.ops.where(n > 0, 1.0 - keras.ops.divide_no_nan(sse, sst), 0.0)
