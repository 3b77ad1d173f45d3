"""A right answer: a loss tracker of its own, in training and in evaluation."""

import keras
import tensorflow as tf


class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep, **kwargs):
        super().__init__(**kwargs)
        self.wide = wide
        self.deep = deep
        self.loss_tracker = keras.metrics.Mean(name="loss")

    def call(self, inputs):
        return self.wide(inputs) + self.deep(inputs)

    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        super().compile(**kwargs)
        self.wide_optimizer = wide_optimizer
        self.deep_optimizer = deep_optimizer

    def results(self, x, y, y_pred, loss):
        self.loss_tracker.update_state(loss)
        found = self.compute_metrics(x, y, y_pred)
        found["loss"] = self.loss_tracker.result()
        return found

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred)
        w, d = self.wide.trainable_variables, self.deep.trainable_variables
        gw, gd = tape.gradient(loss, (w, d))
        self.wide_optimizer.apply_gradients(zip(gw, w, strict=False))
        self.deep_optimizer.apply_gradients(zip(gd, d, strict=False))
        return self.results(x, y, y_pred, loss)

    def test_step(self, data):
        x, y = data
        y_pred = self(x, training=False)
        return self.results(x, y, y_pred, self.compute_loss(x, y, y_pred))
