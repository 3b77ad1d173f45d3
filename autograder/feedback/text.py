"""The card as plain text, for terminals and wherever HTML is not shown; the words of both."""

from __future__ import annotations

import textwrap

from autograder.verdict import CORRECT, INCORRECT, NOT_ATTEMPTED, Verdict
from autograder.words import points_text

OUTCOMES = {CORRECT: "Correct", NOT_ATTEMPTED: "Not attempted yet", INCORRECT: "Not yet"}
MARKS = {True: "[passed]     ", False: "[failed]     ", None: "[not reached]"}
WIDTH = 88
SHOWN_OUTPUT = 400


def text_card(verdict: Verdict) -> str:
    """The verdict as text: outcome, what happened, the failed case, all questions, what is next."""
    lines = [f"{OUTCOMES[verdict.outcome]}: {verdict.exercise}, {earned(verdict)}"]
    if verdict.outcome != CORRECT:
        lines += ["", *_wrapped(what_happened(verdict), "  ")]
        lines += _failed(verdict)
    if verdict.outcome != NOT_ATTEMPTED:
        lines += ["", f"  Questions: {passed_of(verdict)}"]
        lines += [f"    {MARKS[one.passed]} {one.title}" for one in verdict.results]
    if printed(verdict):
        lines += ["", "  Your code also wrote:", *_wrapped(printed(verdict), "    ")]
    if verdict.finding:
        lines += ["", f'  Next: change your code, or ask for a hint: hint("{verdict.exercise}")']
    return "\n".join(lines)


def _failed(verdict: Verdict) -> list[str]:
    found = verdict.finding
    if not found:
        return []
    rows = {"Ran": "" if found.code in found.title else found.code, **found.inputs}
    rows |= {"Expected": found.difference.expected, "Received": found.difference.received}
    width = max(map(len, rows))
    lines = ["", *_wrapped(f"What failed: {found.title}", "  ")]
    for name, value in rows.items():
        lines += _wrapped(value, " " * (width + 7), f"    {name:<{width}} = ") if value else []
    return lines + (_wrapped(why(verdict), "  ") if why(verdict) else [])


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return textwrap.wrap(
        text, WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False
    )


def earned(verdict: Verdict) -> str:
    """The points in words: `0.67 of 2 points`."""
    most = points_text(verdict.max_points)
    return f"{points_text(verdict.points)} of {most} {'point' if most == '1' else 'points'}"


def passed_of(verdict: Verdict) -> str:
    """How many questions are passed: `1 of 3 passed`."""
    passed = sum(result.passed is True for result in verdict.results)
    return f"{passed} of {len(verdict.results)} passed"


def what_happened(verdict: Verdict) -> str:
    """The sentence that matters most: the known mistake's, or why the answer is not the right one.

    What is to be done where nothing was tried yet.
    """
    if verdict.sentence:
        return verdict.sentence
    if verdict.finding:
        return verdict.finding.difference.why or "This is not the answer that was expected."
    # The headline has said already that nothing was tried.
    todo = verdict.message.removeprefix(f"{OUTCOMES[NOT_ATTEMPTED]}: ")
    return todo[:1].upper() + todo[1:]


def why(verdict: Verdict) -> str:
    """What there is to say of the failed case besides what happened; often nothing."""
    if not verdict.finding or not verdict.sentence:
        return ""
    found = verdict.finding.difference
    return "" if found.why in found.received else found.why


def printed(verdict: Verdict) -> str:
    """The start of what the candidate wrote while it was asked."""
    text = verdict.printed.strip()
    return text[:SHOWN_OUTPUT] + (" …" if len(text) > SHOWN_OUTPUT else "")
