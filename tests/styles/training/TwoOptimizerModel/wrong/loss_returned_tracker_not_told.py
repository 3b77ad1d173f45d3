"""A wrong answer: the loss comes back, but its tracker is never told, and `fit` believes that."""

import keras
import tensorflow as tf


class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep, **kwargs):
        super().__init__(**kwargs)
        self.wide = wide
        self.deep = deep

    def call(self, inputs):
        return self.wide(inputs) + self.deep(inputs)

    def compile(self, wide_optimizer, deep_optimizer, **kwargs):
        super().compile(**kwargs)
        self.wide_optimizer = wide_optimizer
        self.deep_optimizer = deep_optimizer

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred)
        wide, deep = self.wide.trainable_variables, self.deep.trainable_variables
        wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
        self.wide_optimizer.apply(wide_gradients, wide)
        self.deep_optimizer.apply(deep_gradients, deep)
        for metric in self.metrics[1:]:
            metric.update_state(y, y_pred)
        return {**self.get_metrics_result(), "loss": loss}
