"""The learner's own library: `from mine import HuberLoss` gives the one that passed its check."""

from typing import Any

from autograder.library import part, parts, write

__all__ = ["write"]


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return part(name)


def __dir__() -> list[str]:
    return [*parts(), "write"]
