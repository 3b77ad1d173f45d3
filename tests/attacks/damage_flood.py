"""Exhaustion by floods of output, and crashes of the interpreter."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

ENDLESS_OUTPUT = """
    import os
    import sys

    def talk(most=400 * 2**20):
        line = "x" * 2**16
        for _ in range(most // 2**17):
            for write in (print, lambda text: os.write(2, text.encode())):
                try:
                    write(line)
                except BaseException:
                    pass
"""

HUGE_DISPLAY = """
    from IPython.display import HTML, display

    def show():
        display(HTML("<b>" + "x" * (150 * 2**20) + "</b>"))
        for _ in range(2000):
            display(HTML("<i>" + "y" * 10000 + "</i>"))
"""

CRASHES = """
    import ctypes
    import sys

    def crash():
        sys.setrecursionlimit(2**30)
        def deeper(n):
            return deeper(n + 1) + 1
        deeper(0)
        ctypes.string_at(0)
"""

RAISES_EVERYWHERE = """
    import sys

    class Bad(BaseException):
        def __str__(self): raise Bad
        def __repr__(self): raise Bad
        @property
        def __traceback__(self): raise Bad

    class Worse(type):
        def __getattribute__(cls, name): raise KeyboardInterrupt
        def __instancecheck__(cls, one): raise SystemExit

    def raising(*arguments, **named):
        raise Bad

    class huber_fn(metaclass=Worse):
        pass

    sys.excepthook = raising
    get_ipython().showtraceback = raising
    raise Bad
"""

HUGE_TENSOR = """
    def huber_fn(y_true, y_pred):
        return tf.zeros([40_000, 40_000]) + tf.reduce_sum(y_pred - y_true)
"""

ATTACKS = (
    Attack(
        "damage",
        "endless-output",
        "Prints hundreds of megabytes on both streams.",
        {"huber_fn": wrong_huber(defined=cell(ENDLESS_OUTPUT) + "\n\ntalk()")},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "endless-output-when-asked",
        "Prints hundreds of megabytes on both streams when it is asked.",
        {"huber_fn": wrong_huber("talk()", ENDLESS_OUTPUT)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "huge-display",
        "Displays a message of 150 MB and thousands of smaller ones.",
        {"huber_fn": wrong_huber(defined=cell(HUGE_DISPLAY) + "\n\nshow()")},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "interpreter-crashed",
        "Removes the limit of recursion, recurses, and reads address 0.",
        {"huber_fn": wrong_huber("crash()", CRASHES)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "exceptions-everywhere",
        "Raises exceptions that cannot be shown, from a class that cannot be looked at.",
        {"huber_fn": cell(RAISES_EVERYWHERE)},
        may_lose="it breaks the shell that runs its own cells",
    ),
    Attack(
        "damage",
        "huge-tensor",
        "Returns a tensor of more than six gigabytes.",
        {"huber_fn": cell(HUGE_TENSOR)},
        safe_on_stock=False,
    ),
)
