"""The engine that asks, observes and judges: knows no chapter and needs no TensorFlow to import.

Public names are loaded when first used, so that `import autograder` stays cheap.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Exercise": "autograder.exercise",
    "Mistake": "autograder.exercise",
    "case": "autograder.inputs",
    "normal": "autograder.inputs",
    "pairs": "autograder.inputs",
    "text": "autograder.inputs",
    "uniform": "autograder.inputs",
    "whole_numbers": "autograder.inputs",
    "load_course": "autograder.catalogue",
    "observe": "autograder.observe",
    "judge": "autograder.judge",
    "check": "autograder.live",
    "hint": "autograder.live",
    "machine": "autograder.ready",
    "predict": "autograder.live",
    "solution": "autograder.live",
    "progress": "autograder.live",
}
__all__ = ["ask", *_HOMES]


def __getattr__(name: str) -> Any:
    if name == "ask":
        return import_module("autograder.questions")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
