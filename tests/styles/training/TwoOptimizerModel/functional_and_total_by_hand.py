"""A right answer: the total loss by hand, a loss found by its name, the mean by a metric."""

import keras
import tensorflow as tf


class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep, **kwargs):
        super().__init__(**kwargs)
        self.wide_part, self.deep_part = wide, deep

    def call(self, inputs):
        return keras.layers.add([self.wide_part(inputs), self.deep_part(inputs)])

    def compile(self, wide_optimizer, deep_optimizer, loss, metrics=None, **kwargs):
        super().compile(optimizer="sgd", loss=loss, metrics=metrics, **kwargs)
        self.wide_opt, self.deep_opt = wide_optimizer, deep_optimizer
        self.main_loss = keras.losses.get(loss)

    def train_step(self, data):
        x, y = data
        wide = self.wide_part.trainable_variables
        deep = self.deep_part.trainable_variables
        with tf.GradientTape() as tape:
            outputs = self(x, training=True)
            total = tf.add_n([tf.reduce_mean(self.main_loss(y, outputs)), *self.losses])
        gradients = tape.gradient(total, wide + deep)
        self.deep_opt.apply(gradients[len(wide) :], deep)
        self.wide_opt.apply(gradients[: len(wide)], wide)
        self.metrics[0].update_state(total)
        for metric in self.metrics[1:]:
            metric.update_state(y, outputs)
        return self.get_metrics_result()
