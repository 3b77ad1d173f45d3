"""Errors of Python, TensorFlow and Keras that learners meet, in plainer words.

Each line has the error's type (empty for any), a part of its message, and what to tell. The
first that fits is told, before the line of the learner's own code that raised it.
"""

from __future__ import annotations

import re

from autograder.answers import Failure

REASONS: list[tuple[str, str, str]] = [
    (
        "NotImplementedError",
        "symbolic",
        "NumPy cannot work on a tensor of a graph: use TensorFlow's operations.",
    ),
    (
        "OperatorNotAllowedInGraphError",
        "",
        "It works eagerly but not in a graph, where a tensor has no value yet that Python's `if`, "
        "`and` or `for` could ask for: use `tf.where` or `tf.cond`.",
    ),
    (
        "AttributeError",
        "SymbolicTensor|'KerasTensor' object has no attribute 'numpy'|has no attribute 'numpy'",
        "It works eagerly but not in a graph: there a tensor has no values yet, so nothing may "
        "leave TensorFlow (`.numpy()`, `float(…)`).",
    ),
    (
        "",
        "Could not automatically infer the output shape",
        "On symbolic inputs your `call` fails: use operations of TensorFlow or `keras.ops` only, "
        "no NumPy and no values.",
    ),
    (
        "ValueError",
        "KerasTensor cannot be used as input to a TensorFlow function",
        "A symbolic Keras input takes `keras.ops`, operators and layers, but no `tf.` operation "
        "outside of a layer's `call`.",
    ),
    (
        "ValueError",
        "Cannot convert '.*' to a shape|must be passed as a keyword argument",
        "`add_weight` takes the name by keyword: `add_weight(name=…, shape=…, initializer=…)`.",
    ),
    (
        "ValueError",
        "cannot add new elements of state|singleton tf.Variables|tf.function-decorated function "
        "tried to create variables",
        "Weights and layers are made once, in `__init__` or `build`; `call` and `update_state` "
        "run many times and may only use them.",
    ),
    (
        "TypeError",
        "'str' object is not callable",
        'A name such as "relu" is no function yet: `keras.activations.get(…)` turns names, '
        "functions and None into one.",
    ),
    (
        "TypeError",
        "unexpected keyword argument|Unrecognized keyword",
        "An argument came that yours does not take. `from_config` passes every entry of "
        "`get_config` to `__init__`: the names must be the same, and `**kwargs` must be handed on.",
    ),
    (
        "TypeError",
        "__init__\\(\\) missing \\d+ required|could not be deserialized|Unable to revive",
        "It could not be made again from its config: `get_config` needs an entry for every "
        "argument of `__init__`, and none that `__init__` does not take.",
    ),
    (
        "NotImplementedError",
        "get_config",
        "Keras cannot save it: without `get_config` it does not know how to make it again.",
    ),
    (
        "InvalidArgumentError",
        "Matrix size-incompatible|Incompatible shapes|must be equal",
        "The shapes do not fit: is a width or batch size written down that belongs to one "
        "example only? `build` gets the shape of the real inputs.",
    ),
    (
        "ValueError",
        "incompatible with the layer|Dimensions must be equal",
        "The shapes do not fit: is a width or batch size written down that belongs to one "
        "example only? `build` gets the shape of the real inputs.",
    ),
]


def reason(failure: Failure) -> str:
    """What the error means for a learner, or an empty string where nothing better is known."""
    for kind, part, words in REASONS:
        if kind in ("", failure.type) and re.search(part, failure.message):
            return words
    return ""
