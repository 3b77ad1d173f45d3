"""Ready-made stand-ins past the watch: copies of their code, and notes of their use that vanish."""

from __future__ import annotations

from .attack import Attack, answering, cell

EACH = "(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])"

ORIGINAL_IN_THE_HOOK = """
    import gc
    import types

    import keras

    def originals(function):
        yield function
        for constant in function.__code__.co_consts:
            if isinstance(constant, types.FunctionType):
                for one in constant.__closure__ or ():
                    if isinstance(one.cell_contents, types.FunctionType):
                        yield one.cell_contents

    theirs = keras.losses.huber
    theirs = getattr(theirs, "__wrapped__", theirs)
    ready = list(originals(theirs))[-1]
    for one in gc.get_objects():
        code = one if isinstance(one, types.CodeType) else None
        if code and code.co_name == "huber" and "abs_error" in code.co_varnames:
            ready = types.FunctionType(one, theirs.__globals__, "mine", theirs.__defaults__)
"""

COPIED_EARLY = """
    import types

    import keras

    theirs = keras.losses.huber
    mine = types.FunctionType(theirs.__code__, theirs.__globals__, "mine", theirs.__defaults__)
"""

CLEARED = """
    import gc
    import sys
    import types

    import keras

    def clear():
        hooks = [
            constant
            for one in (keras.losses.huber, keras.losses.Huber.__init__)
            for constant in one.__code__.co_consts
            if isinstance(constant, types.FunctionType)
        ]
        for hook in hooks:
            for one in hook.__closure__ or ():
                if isinstance(one.cell_contents, list):
                    one.cell_contents.clear()
        for one in gc.get_objects():
            if isinstance(one, (list, set)):
                names = [name for name in list(one)[:99] if isinstance(name, str)]
                if any(name.startswith("keras.losses.") for name in names):
                    one.clear()

    def huber_fn(y_true, y_pred):
        answer = keras.losses.huber(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])
        clear()
        return answer
"""

NOT_REPORTED = """
    import dataclasses
    import sys

    import autograder.wire

    pack = autograder.wire.to_bytes

    def silent(observations):
        return pack(dataclasses.replace(observations, used=()))

    for module in list(sys.modules.values()):
        if getattr(module, "to_bytes", None) is pack:
            module.to_bytes = silent
"""

COUNTED_NOTHING = """
    import sys

    asking = sys.modules.get("autograder.grading.kernels.asking")
    kept = getattr(asking, "_cells", None)

    def huber_fn(y_true, y_pred):
        answer = keras.losses.huber(y_true[..., tf.newaxis], y_pred[..., tf.newaxis])
        if kept is not None:
            kept.used.clear()
            kept.used_by.clear()
        return answer
"""

ATTACKS = (
    Attack(
        "stand-ins",
        "original-in-the-hook",
        "Takes the watched function's own code out of the watch's closure, or from the collector.",
        {"huber_fn": answering(f"ready{EACH}", ORIGINAL_IN_THE_HOOK)},
    ),
    Attack(
        "stand-ins",
        "code-copied-early",
        "Copies the stand-in's code object when the cell is run, and calls the copy when asked.",
        {"huber_fn": answering(f"mine{EACH}", COPIED_EARLY)},
    ),
    Attack(
        "stand-ins",
        "watch-list-cleared",
        "Empties, after each use, every list that names what was used.",
        {"huber_fn": cell(CLEARED)},
    ),
    Attack(
        "stand-ins",
        "asking-forgets",
        "Reaches for the kernel's own notes of what was used, and wipes them after each use.",
        {"huber_fn": cell(COUNTED_NOTHING)},
    ),
    Attack(
        "stand-ins",
        "use-not-reported",
        "Patches what packs the answers so that the list of stand-ins that ran is empty.",
        {"huber_fn": answering(f"keras.losses.huber{EACH}", NOT_REPORTED)},
    ),
)
