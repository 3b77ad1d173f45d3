"""A right answer: every weight is given a value, its own where nothing constrains it."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        constraint = weight.constraint or tf.identity
        weight.assign(constraint(tf.convert_to_tensor(weight)))
    return model
