"""A wrong answer: biases only."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        if weight.constraint is not None and len(weight.shape) == 1:
            weight.assign(weight.constraint(weight))
