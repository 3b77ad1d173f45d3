"""A right answer: logsumexp."""

import tensorflow as tf


def softplus(z):
    return tf.reduce_logsumexp(tf.stack([z, tf.zeros_like(z)]), axis=0)
