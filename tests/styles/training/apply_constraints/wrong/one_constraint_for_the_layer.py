"""A wrong answer: the kernel's constraint for all weights of a layer."""

import tensorflow as tf


def apply_constraints(model):
    for layer in model.layers:
        constraint = getattr(layer, "kernel_constraint", None)
        for weight in layer.weights:
            if constraint is not None:
                weight.assign(constraint(weight))
