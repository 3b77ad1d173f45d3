"""A wrong answer: shuffled."""

import tensorflow as tf


def predict_in_batches(model, inputs, batch_size):
    batches = tf.data.Dataset.from_tensor_slices(inputs).shuffle(100).batch(batch_size)
    return tf.concat([model(batch) for batch in batches], axis=0)
