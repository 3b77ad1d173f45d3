"""A wrong answer: the name is bound to the value, and the weight stays."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        if weight.constraint is not None:
            weight = weight.constraint(weight)
