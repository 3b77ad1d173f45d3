"""A right answer: where twice."""

import tensorflow as tf


def safe_sqrt(x):
    positive = x > 0.0
    inside = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, inside**0.5, tf.zeros_like(x))
