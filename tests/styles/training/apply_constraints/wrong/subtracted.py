"""A wrong answer: takes the constrained value away."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        if weight.constraint is not None:
            weight.assign_sub(weight.constraint(weight))
