"""A wrong answer: only weights that the outer layers own themselves."""

import tensorflow as tf


def apply_constraints(model):
    for layer in model.layers:
        for name in ("kernel", "bias", "gains"):
            weight = getattr(layer, name, None)
            if weight is not None and weight.constraint is not None:
                weight.assign(weight.constraint(weight))
