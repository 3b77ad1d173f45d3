"""A wrong answer: the seed is drawn while tracing."""

import random

import tensorflow as tf


@tf.function
def noisy(x):
    seed = [random.randrange(1000), random.randrange(1000)]
    return x + tf.random.stateless_normal(tf.shape(x), seed=seed)
