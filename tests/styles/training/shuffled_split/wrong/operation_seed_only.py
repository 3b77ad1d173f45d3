"""A wrong answer: operation seed only."""

import tensorflow as tf


def shuffled_split(inputs, targets, fraction, seed):
    order = tf.random.shuffle(tf.range(len(inputs)), seed=seed).numpy()
    n_val = int(fraction * len(inputs))
    val, train = order[:n_val], order[n_val:]
    return (inputs[train], targets[train]), (inputs[val], targets[val])
