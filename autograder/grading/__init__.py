"""Grading a class with nbgrader: its course directory, and a run over all submissions.

Names are loaded when first used, so that `import autograder.grading` stays cheap.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "init_course": "autograder.grading.directory",
    "grade_class": "autograder.grading.run",
    "Graded": "autograder.grading.run",
    "read_gradebook": "autograder.grading.gradebook",
    "class_table": "autograder.grading.table",
}
__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'autograder.grading' has no attribute {name!r}")
