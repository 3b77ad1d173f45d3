"""A wrong answer: leaves TensorFlow, and so fails in a graph."""

import tensorflow as tf


def apply_constraints(model):
    for weight in model.weights:
        if weight.constraint is not None:
            weight.assign(weight.constraint(weight.numpy()))
