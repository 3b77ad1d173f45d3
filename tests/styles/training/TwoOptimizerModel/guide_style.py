"""A right answer: the metrics by their names, results in a dict with a dict inside."""

import keras
import tensorflow as tf


class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep):
        super().__init__()
        self.wide = wide
        self.deep = deep

    def call(self, x, training=None):
        return self.wide(x, training=training) + self.deep(x, training=training)

    def compile(self, wide_optimizer, deep_optimizer, loss, metrics=None):
        super().compile(loss=loss, metrics=metrics)
        self.wide_optimizer = wide_optimizer
        self.deep_optimizer = deep_optimizer

    def train_step(self, data):
        x, y = data
        with tf.GradientTape(persistent=True) as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        for part, optimizer in [(self.wide, self.wide_optimizer), (self.deep, self.deep_optimizer)]:
            gradients = tape.gradient(loss, part.trainable_variables)
            optimizer.apply_gradients(zip(gradients, part.trainable_variables, strict=False))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
