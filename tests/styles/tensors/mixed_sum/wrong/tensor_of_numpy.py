"""A wrong answer: tensor of numpy."""

import tensorflow as tf


def mixed_sum(values):
    return tf.constant(sum(v.numpy().item() for v in values), dtype=tf.float32)
