"""A right answer: keras ops and names."""

import keras


class WeightedMSE(keras.Metric):
    def __init__(self, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.a = self.add_variable(shape=(), initializer="zeros", name="a")
        self.b = self.add_variable(shape=(), initializer="zeros", name="b")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = keras.ops.reshape(y_true, (-1,)) - keras.ops.reshape(y_pred, (-1,))
        if sample_weight is None:
            self.a.assign_add(keras.ops.sum(error * error))
            self.b.assign_add(keras.ops.cast(keras.ops.size(error), self.dtype))
        else:
            self.a.assign_add(keras.ops.sum(error * error * sample_weight))
            self.b.assign_add(keras.ops.sum(sample_weight))

    def result(self):
        return keras.ops.where(self.b > 0, self.a / keras.ops.maximum(self.b, 1e-30), 0.0)

    def reset_state(self):
        self.a.assign(0.0)
        self.b.assign(0.0)
