"""A right answer: Keras' own tracker of the loss, and compute_metrics."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="course")
class TwoOptimizerModel(keras.Model):
    def __init__(self, wide, deep, name=None):
        super().__init__(name=name)
        self.parts = [wide, deep]

    def compile(self, *, wide_optimizer, deep_optimizer, **kwargs):
        self.optimizers = (wide_optimizer, deep_optimizer)
        super().compile(optimizer=wide_optimizer, **kwargs)

    def call(self, inputs):
        return keras.ops.add(*[part(inputs) for part in self.parts])

    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight, training=True)
        self._loss_tracker.update_state(loss, sample_weight=tf.shape(x)[0])
        weights = [part.trainable_weights for part in self.parts]
        for optimizer, of_part, grads in zip(
            self.optimizers, weights, tape.gradient(loss, weights), strict=True
        ):
            optimizer.apply(grads, of_part)
        return self.compute_metrics(x, y, y_pred, sample_weight)
