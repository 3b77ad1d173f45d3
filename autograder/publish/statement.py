"""An exercise's statement: its reference's docstring, laid out as Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from autograder.exercise import Exercise
from autograder.words import points_text

_SECTION = re.compile(r"^(\w[\w ]*):\s*$")
_ITEM = re.compile(r"^(\*{0,2}\w+(?: ?\([^)]*\))?):\s+(.*)$")
_AS_LIST = ("Args", "Arguments", "Attributes", "Raises")
_EXAMPLES = ("Example", "Examples")


def statement(exercise: Exercise) -> str:
    """The Markdown that tells a learner what to write."""
    parts = [
        f"### Exercise: `{exercise.name}`",
        _effort(exercise),
        _body(inspect.cleandoc(exercise.reference.__doc__ or "")),
        _conditions(exercise),
        f'*Stuck?* Run `hint("{exercise.name}")` in a cell of your own.',
    ]
    return "\n\n".join(part for part in parts if part)


def _effort(exercise: Exercise) -> str:
    points = points_text(exercise.points)
    return (
        f"> **{points} {'point' if points == '1' else 'points'}** · "
        f"{exercise.minutes} minutes · "
        f"difficulty {_dots(exercise.difficulty)} · importance {_dots(exercise.importance)}"
    )


def _dots(count: int) -> str:
    return f"{'●' * count}{'○' * (5 - count)} ({count} of 5)"


def _conditions(exercise: Exercise) -> str:
    lines = []
    if exercise.after:
        lines.append(f"*Comes after:* {_codes(exercise.after)}.")
    if exercise.allows:
        lines.append(f"*You may use:* {_codes(exercise.allows)} from the course.")
    ready_made = tuple(name for name in exercise.forbids if name.startswith("keras."))
    if ready_made and not any(name in (exercise.reference.__doc__ or "") for name in ready_made):
        verb = "is no answer" if len(ready_made) == 1 else "are no answers"
        lines.append(f"*Write it yourself:* {_codes(ready_made)} {verb} here.")
    return "  \n".join(lines)


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _body(docstring: str) -> str:
    return "\n\n".join(_laid_out(title, text) for title, text in _sections(docstring))


def _sections(docstring: str) -> Iterator[tuple[str, list[str]]]:
    """Title and lines of each section of a docstring in Google's style; the first has no title."""
    title, lines = "", list[str]()
    for line in docstring.splitlines():
        found = _SECTION.match(line)
        if found:
            yield title, lines
            title, lines = found[1], []
        else:
            lines.append(line)
    yield title, lines


def _laid_out(title: str, lines: list[str]) -> str:
    text = inspect.cleandoc("\n".join(lines)).strip()
    if not title:
        return text
    if title in _EXAMPLES:
        return f"**{title}**\n\n```python\n{text}\n```"
    if title in _AS_LIST:
        return f"**{title}**\n\n{_listed(text)}"
    return f"**{title}**\n\n{text}" if "\n\n" in text else f"**{title}:** {text}"


def _listed(text: str) -> str:
    """`name: words` items as a Markdown list; lines further in belong to the item above."""
    lines = []
    for line in text.splitlines():
        found = _ITEM.match(line)
        if found:
            lines.append(f"- `{found[1]}`: {found[2]}")
        else:
            lines.append(f"  {line.strip()}" if line.strip() else "")
    return "\n".join(lines)
