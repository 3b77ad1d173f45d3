"""A right answer: layer by layer, whose weights include those of nested layers."""


def apply_constraints(model):
    for layer in model.layers:
        for variable in layer.weights:
            if variable.constraint:
                variable.assign(variable.constraint(variable))
