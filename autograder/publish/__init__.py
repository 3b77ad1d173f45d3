"""Lessons + exercises → student notebooks, solved notebooks and nbgrader's source, always the same.

Names are loaded when first used, so that `import autograder.publish` stays cheap.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "publish": "autograder.publish.write",
    "build_source": "autograder.publish.notebooks",
    "build_student": "autograder.publish.notebooks",
    "build_solution": "autograder.publish.notebooks",
    "read_lesson": "autograder.publish.lesson",
}
__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'autograder.publish' has no attribute {name!r}")
