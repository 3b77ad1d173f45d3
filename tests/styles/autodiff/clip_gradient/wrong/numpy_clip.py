"""A wrong answer: numpy clip."""

import numpy as np
import tensorflow as tf


def clip_gradient(x, limit):
    @tf.custom_gradient
    def forward(x):
        return tf.identity(x), lambda dy: tf.constant(np.clip(dy, -limit, limit))

    return forward(x)
