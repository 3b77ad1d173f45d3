"""Interface: asked first. Is the candidate there, callable, and called as the statement says?"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.answers import Answer, Failure, Other, Plain
from autograder.compare import Difference, describe
from autograder.questions.base import Answers, Finding, Question, Setting
from autograder.record import failure

NAME = "interface"


class Missing:
    """Stands for a candidate that was never defined."""


@dataclass(frozen=True)
class Broken:
    """Stands for a candidate whose cell raised before it was defined."""

    error: BaseException


@dataclass(frozen=True, kw_only=True)
class Interface(Question):
    """Compares kind and signature with what the statement asks for.

    Args:
        signature: The statement's signature.
        is_class: Whether a class is asked for.
        base: The Keras class that it must extend, empty for none.
    """

    name: str = NAME
    title: str = "Can be called as asked"
    weight: float = 0.0
    fatal = True
    signature: inspect.Signature
    is_class: bool
    base: str = ""

    def ask(self, candidate: Any, setting: Setting) -> dict[str, Answer]:
        """What the candidate is, and whether the statement's arguments fit it."""
        if candidate is Missing:
            return {"kind": Plain("missing")}
        if isinstance(candidate, Broken):
            return {"kind": failure(candidate.error)}
        if not callable(candidate):
            return {"kind": Other(type(candidate).__name__)}
        kind = "class" if inspect.isclass(candidate) else "function"
        answers: dict[str, Answer] = {"kind": Plain(kind), "fits": Plain(self._misfit(candidate))}
        if self.base and kind == "class":
            bases = [f"{one.__module__}.{one.__qualname__}" for one in candidate.__mro__]
            answers["extends"] = Plain(self.base in bases)
        return answers

    def _misfit(self, candidate: Any) -> str:
        try:
            theirs = inspect.signature(candidate)
        except (TypeError, ValueError):
            return ""
        required: list[None] = []
        named: dict[str, None] = {}
        for parameter in self.signature.parameters.values():
            if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
                continue
            if parameter.default is parameter.empty:
                required.append(None)
            else:
                named[parameter.name] = None
        try:
            theirs.bind(*required)
            theirs.bind(*required, **named)
        except TypeError as error:
            return f"{theirs}: {error}"[:300]
        return ""

    def judge(self, observed: Answers, expected: Answers, setting: Setting) -> Finding | None:
        """The first thing that makes further questions pointless."""
        name = setting.exercise
        what = "a class" if self.is_class else "a function"
        kind, fits = observed.get("kind"), observed.get("fits")
        if kind == Plain("missing"):
            why = f"`{name}` is not defined: run the cell that defines it, then check again."
            return self._say(f"{what} named {name}", "nothing of that name", why, setting)
        if isinstance(kind, Failure):
            place = f" It happened in your {kind.line}." if kind.line else ""
            why = f"Your cell raised {kind.type} before `{name}` was defined.{place}"
            return self._say(f"{what} named {name}", describe(kind), why, setting)
        if not isinstance(kind, Plain):
            came = describe(kind) if kind else "nothing"
            why = f"`{name}` must be {what}; it looks as if the name was given to something else."
            return self._say(what, came, why, setting)
        if self.is_class and kind != Plain("class"):
            return self._say("a class", "a function", f"Write `class {name}`.", setting)
        if fits != Plain(""):
            received = str(getattr(fits, "value", "")).partition(": ")
            why = f"The signature differs ({received[2]}): keep the one in the statement."
            return self._say(f"{name}{self.signature}", f"{name}{received[0]}", why, setting)
        if self.base and observed.get("extends") != Plain(True):
            short = self.base.replace("keras.src.", "keras.")
            short = ".".join([*short.split(".")[:2], short.split(".")[-1]])
            why = f"Write `class {name}({short})`: Keras relies on what it brings."
            return self._say(f"a subclass of {short}", "a class without it", why, setting)
        return None

    def _say(self, expected: str, received: str, why: str, setting: Setting) -> Finding:
        return Finding(
            self.name, self.title, setting.exercise, {}, Difference(expected, received, why)
        )


def is_defined(answers: Mapping[str, Answers]) -> bool:
    """Whether there was a candidate; where its name is missing, no mistake in it explains that.

    Args:
        answers: By question.
    """
    kind = answers.get(NAME, {}).get("kind")
    return kind != Plain("missing") and not isinstance(kind, Failure)


def interface_of(reference: Any) -> Interface:
    """The interface question of a reference: its signature, kind and Keras base class."""
    is_class = inspect.isclass(reference)
    base = ""
    if is_class:
        for one in reference.__mro__[1:]:
            if one.__module__.startswith("keras."):
                base = f"{one.__module__}.{one.__qualname__}"
                break
    return Interface(signature=inspect.signature(reference), is_class=is_class, base=base)
