"""Score forging by what Python offers: frames, tracebacks, the collector, trace functions."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

YES = """
    class Yes(float):
        def __eq__(self, other): return True
        def __ne__(self, other): return False
        def __lt__(self, other): return True
        def __gt__(self, other): return True
        def __le__(self, other): return True
        def __ge__(self, other): return True
        def __sub__(self, other): return self
        def __rsub__(self, other): return self
        def __abs__(self): return 0.0
        def __bool__(self): return True
        def __array__(self, *a, **k): return __import__("numpy").zeros(())
        def __array_ufunc__(self, ufunc, method, *inputs, **named): return self
        def __array_function__(self, function, kinds, given, named): return True
        def __getattr__(self, name): return self
        def __call__(self, *a, **k): return self
        def __len__(self): return 1
        def __iter__(self): return iter([self])
        def __getitem__(self, key): return self
        shape, dtype = (), "float32"

    def huber_fn(y_true, y_pred):
        return Yes(0.0)
"""

FRAMES = """
    import gc
    import sys

    def improve(scope):
        for name, value in list(scope.items()):
            if name in ("points", "score", "max_points"):
                scope[name] = 2.0
            if isinstance(value, list) and name in ("used", "found", "problems", "failures"):
                value.clear()
            if isinstance(value, dict) and name in ("told", "seen", "answers", "results", "grades"):
                for key in list(value):
                    if isinstance(value[key], (int, float)):
                        value[key] = 2.0

    def climb():
        frame = sys._getframe()
        while frame:
            improve(frame.f_locals)
            improve(frame.f_globals)
            frame = frame.f_back

    climb()
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
        while frame:
            improve(frame.f_locals)
            frame = frame.f_back
    for thing in gc.get_objects():
        name = type(thing).__name__
        if name in ("Verdict", "Result", "Finding", "Exercise", "Observations"):
            for field in ("points", "passed", "outcome", "used"):
                if hasattr(thing, field):
                    good = {"points": 2.0, "passed": True, "outcome": "correct", "used": ()}[field]
                    try:
                        object.__setattr__(thing, field, good)
                    except Exception:
                        pass
"""

TRACES = """
    import sys
    import threading

    def spoil(frame, event, argument):
        if frame.f_code.co_name in ("judge", "difference", "_findings", "wrong_elements"):
            return spoil
        if event == "return" and frame.f_code.co_name in ("check", "score", "grade"):
            frame.f_locals["points"] = 2.0
        return None

    sys.setprofile(spoil)
    sys.settrace(spoil)
    threading.setprofile(spoil)
"""

RAISES = """
    class Graded(BaseException):
        points = score = 2.0
        passed = True

        def __str__(self):
            return '{"points": 2.0, "passed": true}'

    def huber_fn(y_true, y_pred):
        raise Graded(2.0)
"""

ATTACKS = (
    Attack(
        "forging",
        "equal-to-everything",
        "Returns an object that says yes to every comparison and has every attribute.",
        {"huber_fn": cell(YES)},
    ),
    Attack(
        "forging",
        "frames-walked",
        "Walks up all frames, a traceback and the garbage collector's objects to set results.",
        {"huber_fn": wrong_huber(FRAMES)},
        may_lose="it clears and overwrites lists and dictionaries of whoever asks",
    ),
    Attack(
        "forging",
        "trace-functions",
        "Installs trace and profile functions that meddle with the frames of whoever asks.",
        {"huber_fn": wrong_huber(defined=TRACES)},
    ),
    Attack(
        "forging",
        "verdict-raised",
        "Raises an exception that looks like a verdict with full points.",
        {"huber_fn": cell(RAISES)},
    ),
)
