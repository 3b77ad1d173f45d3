"""The card that a notebook shows for a verdict."""

from __future__ import annotations

from html import escape

from autograder.feedback.elements import case_tables
from autograder.feedback.frame import (
    LINE,
    OPEN,
    RIGHT,
    WRONG,
    code,
    framed,
    paragraph,
    prose,
    sign,
    told,
)
from autograder.feedback.plot import plot
from autograder.feedback.text import OUTCOMES, earned, passed_of, printed, what_happened, why
from autograder.verdict import CORRECT, NOT_ATTEMPTED, Result, Verdict
from autograder.words import points_text

COLOURS = {CORRECT: RIGHT, NOT_ATTEMPTED: OPEN}
QUESTIONS = {True: ("passed", RIGHT), False: ("failed", WRONG), None: ("not reached", OPEN)}
BAR = 96  # pixels


def card(verdict: Verdict) -> str:
    """The verdict as HTML: outcome, what happened, the failed case, all questions, what is next."""
    colour = COLOURS.get(verdict.outcome, WRONG)
    parts = [_headline(verdict, colour)]
    if verdict.outcome != CORRECT:
        parts += [told(prose(what_happened(verdict)), colour), _failed(verdict)]
    parts += [_questions(verdict), _printed(verdict), _next(verdict)]
    data = (
        f'data-exercise="{escape(verdict.exercise)}" data-outcome="{verdict.outcome}" '
        f'data-points="{points_text(verdict.points)}" data-mistake="{verdict.mistake or ""}"'
    )
    return framed("".join(parts), colour, f"Check of {verdict.exercise}", data)


def _headline(verdict: Verdict, colour: str) -> str:
    name = code(verdict.exercise)
    left = f"<strong>{sign(colour)} {OUTCOMES[verdict.outcome]}: {name}</strong>"
    right = f"{_bar(verdict)}{earned(verdict)}"
    row = "display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between"
    return (
        f'<div style="{row};gap:2px 16px">{paragraph(left, "margin:0;font-size:17px")}'
        f"{paragraph(right, 'margin:0')}</div>"
    )


def _bar(verdict: Verdict) -> str:
    """The points as a bar; the words beside it say the same."""
    share = verdict.points / verdict.max_points if verdict.max_points else 0.0
    inner = f"display:block;height:100%;width:{share * 100:.0f}%;background:{RIGHT}"
    return (
        '<span aria-hidden="true" style="display:inline-block;box-sizing:border-box;'
        f"width:{BAR}px;max-width:30vw;height:9px;margin-right:8px;border:1px solid {OPEN};"
        f'border-radius:5px;overflow:hidden"><span style="{inner}"></span></span>'
    )


def _failed(verdict: Verdict) -> str:
    """The question that failed first: what was run, on what, expected, received, drawn."""
    found = verdict.finding
    if not found:
        return ""
    ran = f", in {code(found.code)}" if found.code not in found.title else ""
    parts = [paragraph(f"<strong>What failed:</strong> {escape(found.title)}{ran}")]
    parts.append(case_tables(verdict))
    if why(verdict):
        parts.append(paragraph(prose(why(verdict))))
    return "".join([*parts, plot(verdict)])


def _questions(verdict: Verdict) -> str:
    if verdict.outcome == NOT_ATTEMPTED:
        return ""
    rows = "".join(_question(result) for result in verdict.results)
    rule = f"border-top:1px solid {LINE};margin:10px 0 0;padding-top:8px"
    return (
        f"{paragraph(f'<strong>Questions:</strong> {passed_of(verdict)}', rule)}"
        f'<ul role="list" style="list-style:none;padding:0;margin:2px 0 6px">{rows}</ul>'
    )


def _question(result: Result) -> str:
    words, colour = QUESTIONS[result.passed]
    return f'<li style="margin:0">{sign(colour)}&ensp;{escape(result.title)} – {words}</li>'


def _printed(verdict: Verdict) -> str:
    text = printed(verdict)
    if not text:
        return ""
    return paragraph("<strong>Your code also wrote:</strong>") + paragraph(code(text))


def _next(verdict: Verdict) -> str:
    if not verdict.finding:
        return ""
    call = code(f'hint("{verdict.exercise}")')
    return paragraph(
        f"<strong>Next:</strong> change your code and check it again. Stuck? {call} gives a hint."
    )
