"""A right answer: keras seed."""

import keras
import tensorflow as tf


def shuffled_split(inputs, targets, fraction, seed):
    keras.utils.set_random_seed(seed)
    order = tf.random.shuffle(tf.range(len(inputs))).numpy()
    n_val = round(len(inputs) * fraction)
    return (inputs[order[n_val:]], targets[order[n_val:]]), (
        inputs[order[:n_val]],
        targets[order[:n_val]],
    )
