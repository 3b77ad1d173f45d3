"""A wrong answer: numpy sum."""

import numpy as np
import tensorflow as tf


def sensitivity_penalty(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = model(x)
    jacobians = tape.batch_jacobian(outputs, x).numpy()
    return tf.constant(np.mean(np.sum(jacobians**2, axis=(1, 2))))
