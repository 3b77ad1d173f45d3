"""The card that a notebook shows for a verdict: inline styles, which every front end keeps."""

from __future__ import annotations

import re
from html import escape

from autograder.feedback.plot import plot
from autograder.feedback.text import details
from autograder.verdict import CORRECT, NOT_ATTEMPTED, Result, Verdict
from autograder.words import points_text

# Okabe and Ito's palette: told apart by colour-blind readers, legible on light and dark.
COLOURS = {CORRECT: "#009e73", NOT_ATTEMPTED: "#7f8c99"}
WRONG = "#d55e00"
SIGNS = {
    True: ("✓", "passed", COLOURS[CORRECT]),
    False: ("✗", "failed", WRONG),
    None: ("·", "not reached", COLOURS[NOT_ATTEMPTED]),
}
HEADLINES = {CORRECT: "Correct", NOT_ATTEMPTED: "Not attempted yet"}
CODE = {"Ran", "Expected", "Received", "Your code also wrote"}


def card(verdict: Verdict) -> str:
    """The verdict as HTML: headline, questions, what is wrong, a plot where it helps."""
    colour = COLOURS.get(verdict.outcome, WRONG)
    parts = [_headline(verdict, colour), _questions(verdict), _details(verdict), plot(verdict)]
    return (
        f'<section class="tapework-card" role="region" aria-label="Check of {verdict.exercise}" '
        f'data-exercise="{verdict.exercise}" data-outcome="{verdict.outcome}" '
        f'data-points="{points_text(verdict.points)}" data-mistake="{verdict.mistake or ""}" '
        f'style="border:1px solid {colour};border-left:6px solid {colour};border-radius:6px;'
        'padding:10px 16px;margin:4px 0;max-width:760px;font-size:14px;line-height:1.5">'
        f"{''.join(parts)}</section>"
    )


def _headline(verdict: Verdict, colour: str) -> str:
    points = f"{points_text(verdict.points)} of {points_text(verdict.max_points)} points"
    words = HEADLINES.get(verdict.outcome, "Not yet")
    sign = {CORRECT: "✓", NOT_ATTEMPTED: "○"}.get(verdict.outcome, "✗")
    return (
        '<div style="display:flex;justify-content:space-between;gap:16px;font-size:16px">'
        f'<strong><span aria-hidden="true" style="color:{colour}">{sign}</span> {words}: '
        f"<code>{escape(verdict.exercise)}</code></strong><span>{points}</span></div>"
    )


def _questions(verdict: Verdict) -> str:
    if verdict.outcome == NOT_ATTEMPTED:
        return ""
    rows = "".join(_question(result) for result in verdict.results)
    return f'<ul style="list-style:none;padding:0;margin:8px 0">{rows}</ul>'


def _question(result: Result) -> str:
    sign, words, colour = SIGNS[result.passed]
    return (
        f'<li><span role="img" aria-label="{words}" style="color:{colour};font-weight:bold;'
        f'display:inline-block;width:1.4em">{sign}</span>{escape(result.title)}</li>'
    )


def _details(verdict: Verdict) -> str:
    rows = []
    for label, value in details(verdict):
        if label == "What happened":
            rows.append(
                f'<p style="margin:8px 0;font-size:15px"><strong>{_prose(value)}</strong></p>'
            )
        elif label in {"Why", "What to do"}:
            rows.append(f'<p style="margin:6px 0">{_prose(value)}</p>')
        elif label == "Next":
            rows.append(
                f'<p style="margin:6px 0">Stuck? Run <code>{escape(value)}</code> in a cell.</p>'
            )
        else:
            rows.append(_row(label, value))
    return "".join(rows)


def _row(label: str, value: str) -> str:
    code = f'<code style="white-space:pre-wrap;word-break:break-word">{escape(value)}</code>'
    name = label if label in CODE else f"with <code>{escape(label.removeprefix('with '))}</code>"
    return (
        '<div style="display:flex;gap:12px;margin:2px 0">'
        f'<span style="flex:0 0 7em;opacity:0.85">{name}</span><span>{code}</span></div>'
    )


def _prose(text: str) -> str:
    """Text with `code` set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))
