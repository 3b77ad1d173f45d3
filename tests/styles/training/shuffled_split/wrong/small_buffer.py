"""A wrong answer: small buffer."""

import tensorflow as tf


def shuffled_split(inputs, targets, fraction, seed):
    pairs = tf.data.Dataset.from_tensor_slices((inputs, targets))
    x, y = next(iter(pairs.shuffle(4, seed=seed).batch(len(inputs))))
    n_val = int(len(inputs) * fraction)
    return (x[n_val:], y[n_val:]), (x[:n_val], y[:n_val])
