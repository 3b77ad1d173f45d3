"""Answers as plain data: what a candidate's process hands out, and all that a judge ever sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Tensor:
    """Numbers with a dtype and shape; `values` is None when there were too many to hand out."""

    kind: str
    dtype: str
    shape: tuple[int | None, ...]
    values: np.ndarray[Any, Any] | None


@dataclass(frozen=True)
class Plain:
    """None, a truth value, a number or a string of plain Python."""

    value: bool | int | float | str | None


@dataclass(frozen=True)
class Several:
    """A list or tuple of answers."""

    kind: str
    items: tuple[Answer, ...]


@dataclass(frozen=True)
class Failure:
    """An exception: its type, message, the candidate's line, and whether it rose in that line."""

    type: str
    message: str
    line: str = ""
    own: bool = False


@dataclass(frozen=True)
class Other:
    """Anything else, by the name of its type."""

    type: str


Answer = Tensor | Plain | Several | Failure | Other


@dataclass(frozen=True)
class Observations:
    """All answers of one candidate: question → label → answer, and what happened on the way.

    `ended` tells in words why questions stayed unasked (time limit, death of the process);
    `used` lists forbidden stand-ins that ran; `printed` is what the candidate wrote.
    """

    exercise: str
    seed: int
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    ended: str = ""
    used: tuple[str, ...] = ()
    printed: str = ""


def is_stub(answers: Mapping[str, Answer]) -> bool:
    """Whether all that came is the error that an untouched starter raises."""
    return bool(answers) and all(
        isinstance(one, Failure)
        and one.type == "NotImplementedError"
        and not one.message
        and one.own
        for one in answers.values()
    )
