"""A right answer: an object that is called, traced at its first call."""

import tensorflow as tf


class FastStep:
    def __init__(self, model, optimizer, loss_fn):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.graph = None

    def update(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.loss_fn(y, self.model(x, training=True)))
            loss = loss + tf.reduce_sum([0.0, *self.model.losses])
        gradients = tape.gradient(loss, self.model.trainable_weights)
        self.optimizer.apply(gradients, self.model.trainable_weights)
        return loss

    def __call__(self, x, y):
        if self.graph is None:
            x_spec = tf.TensorSpec([None] + x.shape[1:].as_list(), x.dtype)
            y_spec = tf.TensorSpec([None] + y.shape[1:].as_list(), y.dtype)
            self.graph = tf.function(self.update).get_concrete_function(x_spec, y_spec)
        return self.graph(x, y)


def make_fast_step(model, optimizer, loss_fn):
    return FastStep(model, optimizer, loss_fn)
