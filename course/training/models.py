"""Small models that this chapter's questions train; each shows one thing that a loop may forget."""

import keras
import tensorflow as tf


class Centred(keras.layers.Layer):
    """Takes away the batch's mean in training, and the mean of earlier batches otherwise."""

    def build(self, input_shape):
        """One running mean for each feature, which no gradient moves."""
        self.mean = self.add_weight(
            name="running_mean", shape=input_shape[-1:], initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        """Moves the running mean in training."""
        if not training:
            return inputs - self.mean
        mean = tf.reduce_mean(inputs, axis=0)
        self.mean.assign(0.8 * self.mean + 0.2 * mean)
        return inputs - mean


class KeptSmall(keras.layers.Layer):
    """Lets everything pass, and adds its mean square to the loss."""

    def call(self, inputs):
        """As it came in."""
        self.add_loss(0.3 * tf.reduce_mean(tf.square(inputs)))
        return inputs


def plain():
    """Neither regularisation nor anything that training changes."""
    return _stack(keras.layers.Dense(4, "tanh"))


def regularised():
    """Three additional losses: two of kernels, one from inside a layer."""
    penalty = keras.regularizers.L2(0.1)
    hidden = keras.layers.Dense(4, "tanh", kernel_regularizer=penalty)
    return _stack(hidden, KeptSmall(), keras.layers.Dense(2, kernel_regularizer=penalty))


def centred():
    """Works otherwise in training than in inference."""
    return _stack(keras.layers.Dense(4, "tanh"), Centred())


def frozen():
    """Its first layer must not move."""
    return _stack(keras.layers.Dense(4, "tanh", trainable=False))


def everything():
    """All of these at once."""
    hidden = keras.layers.Dense(4, "tanh", kernel_regularizer=keras.regularizers.L2(0.1))
    still = keras.layers.Dense(3, "tanh", trainable=False)
    return _stack(hidden, Centred(), still, KeptSmall())


def lopsided(y_true, y_pred):
    """A loss for each example, larger where the prediction is too low."""
    errors = y_true - y_pred
    return tf.reduce_mean(tf.square(errors) + 2.0 * tf.nn.softplus(errors), axis=-1)


def adam():
    """Adam with an epsilon that keeps its steps steady where gradients are small."""
    return keras.optimizers.Adam(0.1, epsilon=0.1)


def _stack(*layers):
    return keras.Sequential([keras.Input((3,)), *layers, keras.layers.Dense(1)])
