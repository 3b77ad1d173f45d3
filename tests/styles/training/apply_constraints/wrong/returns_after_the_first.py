"""A wrong answer: ends with the first."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        if weight.constraint is not None:
            return weight.assign(weight.constraint(weight))
