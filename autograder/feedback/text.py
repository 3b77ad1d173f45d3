"""The card as plain text, for terminals and wherever HTML is not shown."""

from __future__ import annotations

import textwrap

from autograder.verdict import CORRECT, Result, Verdict
from autograder.words import points_text

MARKS = {True: "[pass]", False: "[fail]", None: "[not reached]"}
WIDTH = 88
SHOWN_OUTPUT = 400


def headline(verdict: Verdict) -> str:
    """Name, outcome and points in one line."""
    points = f"{points_text(verdict.points)} of {points_text(verdict.max_points)} points"
    return f"{verdict.exercise}: {verdict.outcome}, {points}"


def question_line(result: Result) -> str:
    """One question's mark and title."""
    return f"{MARKS[result.passed]} {result.title}"


def text_card(verdict: Verdict) -> str:
    """The whole verdict as text: headline, questions, what is wrong, what to do next."""
    lines = [headline(verdict)]
    lines += [f"  {question_line(result)}" for result in verdict.results]
    for label, value in details(verdict):
        lines += textwrap.wrap(
            f"{label}: {value}", WIDTH, initial_indent="  ", subsequent_indent="      "
        )
    return "\n".join(lines)


def details(verdict: Verdict) -> list[tuple[str, str]]:
    """What is wrong and what to do, as labelled lines; nothing for a right answer."""
    found, lines = verdict.finding, []
    if verdict.sentence:
        lines.append(("What happened", verdict.sentence))
    if found:
        if found.code:
            lines.append(("Ran", found.code))
        lines += [(f"with {name}", value) for name, value in found.inputs.items()]
        lines.append(("Expected", found.difference.expected))
        lines.append(("Received", found.difference.received))
        if found.difference.why:
            lines.append(("Why", found.difference.why))
    elif verdict.outcome != CORRECT:
        lines.append(("What to do", verdict.message))
    if verdict.outcome != CORRECT and found:
        lines.append(("Next", f'hint("{verdict.exercise}")'))
    printed = verdict.printed.strip()
    if printed:
        cut = printed[:SHOWN_OUTPUT] + (" …" if len(printed) > SHOWN_OUTPUT else "")
        lines.append(("Your code also wrote", cut))
    return lines
