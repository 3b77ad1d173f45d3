"""A wrong answer: evaluate says 0: its loss is a tracker that train_step alone updates."""

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

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred)
        wide, deep = self.wide.trainable_variables, self.deep.trainable_variables
        wide_gradients, deep_gradients = tape.gradient(loss, [wide, deep])
        self.wide_optimizer.apply(wide_gradients, wide)
        self.deep_optimizer.apply(deep_gradients, deep)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()
