"""A right answer: names of classes."""


def tensor_kind(x):
    names = [one.__name__ for one in type(x).__mro__]
    if "KerasTensor" in names:
        return "keras"
    if any(name.endswith("Variable") for name in names):
        return "variable"
    if "SymbolicTensor" in names:
        return "symbolic"
    return "eager" if "EagerTensor" in names else "other"
