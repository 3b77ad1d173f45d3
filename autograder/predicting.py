"""Predict, then run: a learner commits to an outcome before the code runs, and is told."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.feedback import frame
from autograder.record import failure
from autograder.words import short

RIGHT, WRONG, OPEN = "right", "wrong", "open"
COLOURS = {RIGHT: frame.RIGHT, WRONG: frame.WRONG, OPEN: frame.OPEN}


@dataclass(frozen=True)
class Prediction:
    """What came of a prediction; shows itself as a card in a notebook, as text elsewhere."""

    outcome: str
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        first, *rest = self.lines
        return "\n".join([f"{frame.SIGNS[COLOURS[self.outcome]]} {first}", *rest]).replace("`", "")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._html()}

    def _html(self) -> str:
        colour = COLOURS[self.outcome]
        first, *rest = map(frame.prose, self.lines)
        body = frame.paragraph(f"<strong>{frame.sign(colour)} {first}</strong>", "margin:0")
        body += "".join(frame.paragraph(one, "margin:4px 0 0") for one in rest)
        # A lesson has several, all of one name: no landmarks, of which each has its own.
        return frame.framed(
            body,
            colour,
            "Your prediction",
            f'data-prediction="{self.outcome}"',
            padding=8,
            role="group",
        )


def predict(outcome: Callable[[], Any], *, guess: Any) -> Prediction:
    """Runs a function, once there is a guess of what comes of it, and compares the two.

    Args:
        outcome: A function of nothing. What comes of it is the error that it raises, or what it
            returns, or, where that is None, what it prints.
        guess: What the learner expects: a number, a shape, a string, None, a list of such, or the
            class of an exception; `...` as long as there is none.

    Returns:
        A card that says what was expected and what came.
    """
    if guess is ...:
        return Prediction(
            OPEN,
            (
                "Your prediction first",
                "Write what you expect in place of the dots in `guess=...`, then run this cell.",
            ),
        )
    written, error, value = io.StringIO(), None, None
    with contextlib.redirect_stdout(written):
        try:
            value = outcome()
        except Exception as raised:
            error = raised
    if error is not None:
        came = f"It raises `{type(error).__name__}`: {failure(error).message}"
        right = _names(guess, type(error))
    elif value is None and written.getvalue():
        came = f"It prints `{written.getvalue().strip()}`."
        right = isinstance(guess, str) and guess.split() == written.getvalue().split()
    else:
        value = _plain(value)
        came = f"It gives `{_text(value)}`."
        right = _same(_plain(guess), value)
    if right:
        return Prediction(RIGHT, ("As you predicted", came))
    return Prediction(WRONG, ("Not as you predicted", f"You expected `{_text(guess)}`.", came))


def _names(guess: Any, kind: type[BaseException]) -> bool:
    """Whether a guess means an exception of this kind: the class, one above it, or its name."""
    if isinstance(guess, type):
        return issubclass(kind, guess)
    return isinstance(guess, str) and guess in {one.__name__ for one in kind.__mro__}


def _plain(value: Any) -> Any:
    """Tensors, variables, shapes and dtypes as what a learner would write for them."""
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(one) for one in value)
    if hasattr(value, "as_list"):
        return tuple(value.as_list()) if value.rank is not None else None
    if hasattr(value, "as_numpy_dtype"):
        return value.name
    if hasattr(value, "numpy"):
        value = value.numpy()
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _same(guess: Any, value: Any) -> bool:
    if isinstance(value, (list, tuple)) or isinstance(guess, (list, tuple)):
        return (
            isinstance(guess, (list, tuple))
            and isinstance(value, (list, tuple))
            and len(guess) == len(value)
            and all(map(_same, guess, value))
        )
    if _is_number(guess) and _is_number(value):
        # To three digits, as people predict; bool and number are not told apart by `==` alone.
        return bool(np.isclose(guess, value, rtol=2e-3, atol=1e-6, equal_nan=True))
    if isinstance(guess, str) and isinstance(value, str):
        return guess.split() == value.split()
    return type(guess) is type(value) and bool(guess == value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _text(value: Any) -> str:
    if isinstance(value, type):
        return value.__name__
    return short(value) if isinstance(value, np.ndarray) else repr(value)
