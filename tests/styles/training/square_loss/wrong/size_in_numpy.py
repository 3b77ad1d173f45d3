"""A wrong answer: size in numpy."""

import numpy as np
import tensorflow as tf


def square_loss(targets, predictions):
    return tf.reduce_sum(tf.square(targets - predictions)) / np.size(targets)
