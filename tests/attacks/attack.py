"""One hostile submission as data, and short forms for the cells that many of them share.

The texts of cells may name places, which are filled in for every run:

| place | stands for |
|---|---|
| `@MARK@` | a word that is this attack's own in this run; all that it leaves behind bears it |
| `@STUDENT@` | the student's id |
| `@COURSE@` | the course directory of nbgrader |
| `@HOME@` | the home directory of whoever grades |
| `@TMP@` | the system's folder for temporary files |
| `@CANARY@` | a file in it that nobody may touch |
| `@REPO@` | the folder in which `course` and `autograder` lie |
| `@SITE@` | site-packages |
| `@PORT@`, `@SOCKET@` | a server on localhost, and one behind a UNIX socket |
| `@VICTIM@` | the number of a process outside, which may not be harmed |
| `@PIDNS@` | the name of the host's process namespace |
| `@REPLAY@` | right answers for `huber_fn` with seed 0, as Tapework packs them, in base64 |

Attackers so know everything of the place that grades them. What would harm a machine on which the
sandbox fails is guarded: it goes on only where `@VICTIM@` and `@CANARY@` are out of its reach.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

FAMILIES = ("forging", "peeking", "stand-ins", "persistence", "damage")
Edit = Callable[[Any], None]


@dataclass(frozen=True)
class Attack:
    """A submission that tries to get more than it deserves, or to do harm.

    Args:
        family: One of FAMILIES.
        name: Unique; with the family it is the student's id.
        tries: What it tries, in a sentence.
        cells: Exercise → source of its solution cell. What is not named stays the starter.
        honest: Exercises that are solved rightly beside; their points are what it deserves.
        first: A cell of the student's own, after the set-up cell.
        last: A cell of the student's own, at the end.
        edit: Further changes to the submitted notebook.
        files: Path beside the notebook → text of a further file that is handed in.
        links: Path beside the notebook → where a symbolic link that is handed in leads.
        may_lose: Why the honest part may be lost too: the attack poisons its own process.
        partial: Exercise → points that a forged answer deserves all the same.
        because: The reason for `partial`.
        safe_on_stock: Whether it may run where nothing confines it.
    """

    family: str
    name: str
    tries: str
    cells: Mapping[str, str] = field(default_factory=dict)
    honest: tuple[str, ...] = ("softplus",)
    first: str = ""
    last: str = ""
    edit: Edit | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    may_lose: str = ""
    partial: Mapping[str, float] = field(default_factory=dict)
    because: str = ""
    safe_on_stock: bool = True

    @property
    def student(self) -> str:
        """The id under which it is handed in."""
        return f"{self.family}-{self.name}"


def wrong_huber(asked: str = "", defined: str = "") -> str:
    """A `huber_fn` that is wrong for every input.

    Args:
        asked: Runs at every call, before the wrong answer is returned.
        defined: Runs when the cell does, before the function is defined.
    """
    body = textwrap.indent(textwrap.dedent(asked).strip("\n"), "    ")
    lines = [textwrap.dedent(defined).strip("\n"), "", "", "def huber_fn(y_true, y_pred):"]
    return "\n".join([*lines, body, "    return y_true * 0.0 + 7.0"]).lstrip("\n")


def answering(expression: str, defined: str = "", exercise: str = "huber_fn") -> str:
    """A solution cell whose function returns an expression, after what is defined before."""
    arguments = {"huber_fn": "y_true, y_pred", "softplus": "z"}[exercise]
    before = textwrap.dedent(defined).strip("\n")
    return f"{before}\n\n\ndef {exercise}({arguments}):\n    return {expression}\n".lstrip("\n")


def cell(text: str) -> str:
    """A cell's source from an indented text."""
    return textwrap.dedent(text).strip("\n")
