"""A right answer: all new values first, then the assignments; a list comes back."""

from keras import ops


def apply_constraints(model):
    constrained = [v for v in model.variables if v.constraint is not None]
    values = [v.constraint(ops.convert_to_tensor(v)) for v in constrained]
    return [v.assign(value) for v, value in zip(constrained, values, strict=False)]
