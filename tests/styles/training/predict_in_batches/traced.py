"""A right answer: traced."""

import keras
import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    run = tf.function(lambda x: model(x, training=False), reduce_retracing=True)
    n, done, parts = inputs.shape[0], 0, []
    while done < n:
        parts.append(run(tf.constant(inputs[done : done + batch_size])))
        done += batch_size
    return keras.ops.concatenate(parts)
