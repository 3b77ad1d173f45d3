"""A right answer: watched copy."""

import keras
import tensorflow as tf


def sensitivity_penalty(model, x):
    inputs = tf.identity(x)
    with tf.GradientTape(persistent=True, watch_accessed_variables=False) as tape:
        tape.watch(inputs)
        outputs = model(inputs)
    rows = tape.batch_jacobian(outputs, inputs, experimental_use_pfor=False)
    return keras.ops.mean(keras.ops.sum(keras.ops.square(rows), axis=(-2, -1)))
