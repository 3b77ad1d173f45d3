"""A wrong answer: Dense layers only, however deep."""

import tensorflow as tf


def apply_constraints(model):
    for layer in model._flatten_layers():
        if isinstance(layer, keras.layers.Dense):
            for weight in layer.weights:
                if weight.constraint is not None:
                    weight.assign(weight.constraint(weight))
