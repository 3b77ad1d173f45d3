"""A failed case as a table: element by element, or with a row for each thing that is to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from autograder.feedback.case import Array, Case, failed_case
from autograder.feedback.frame import LINE, RIGHT, TINTS, WRONG, code, paragraph, prose, sign
from autograder.verdict import Verdict
from autograder.words import number

ROWS = 6
LONG = 40
# Notebooks have styles of their own for tables: each of these takes one back.
TABLE = "border-collapse:collapse;margin:6px 0;border:0;line-height:1.5"
CELL = (
    f"padding:3px 12px 3px 0;border:0;border-bottom:1px solid {LINE};text-align:left;"
    "vertical-align:baseline;white-space:normal;max-width:none"
)
TITLE = "font-weight:600"
HEAD = f"{CELL};{TITLE};overflow-wrap:normal"
# Six columns side by side must fit on a telephone.
SMALL = f"{TABLE};font-size:clamp(10px,2.9vw,14px)"
LEFT = CELL.replace("12px", "clamp(3px,1.4vw,12px)").replace("normal", "nowrap")
NUMBER = LEFT.replace("text-align:left", "text-align:right;font-variant-numeric:tabular-nums")


def case_tables(verdict: Verdict) -> str:
    """What was run on what, what was expected and what came; single values where they differ."""
    found = verdict.finding
    if not found:
        return ""
    case = failed_case(verdict)
    if case is None or case.expected.ndim != 1:
        rows = {**found.inputs, **_answers(verdict)}
        return _facts(rows, set(found.inputs))
    beside = {name for name, array in case.inputs.items() if array.shape == case.expected.shape}
    above = {name: text for name, text in found.inputs.items() if name not in beside}
    return _facts(above, set(above)) + _elements(case, beside)


def _answers(verdict: Verdict) -> dict[str, str]:
    assert verdict.finding
    found = verdict.finding.difference
    return {"Expected": found.expected, "Received": found.received}


def _facts(rows: dict[str, str], inputs: set[str]) -> str:
    """A row for each, its name as the row's header."""
    if not rows:
        return ""
    body = "".join(
        f'<tr style="background:none"><th scope="row" style="{HEAD}">'
        f"{code(name) if name in inputs else escape(name)}</th>"
        f'<td style="{CELL}">{code(_lines(text))}</td></tr>'
        for name, text in rows.items()
    )
    return (
        f'<table aria-label="The case that failed" style="{TABLE};font-size:inherit">'
        f"<tbody>{body}</tbody></table>"
    )


def _lines(text: str) -> str:
    """A long matrix with a line for each of its rows; code without its marks."""
    if text.startswith("[[") and not text.startswith("[[[") and len(text) > LONG:
        return text.replace("], [", "],\n [")
    return text.strip("`")


def _elements(case: Case, beside: set[str]) -> str:
    """A row for each element, or for the first that differ where there are many."""
    columns = {code(name): case.inputs[name] for name in case.inputs if name in beside}
    columns |= {"Expected": case.expected, "Received": case.yours}
    every = case.expected.size <= ROWS
    shown = range(case.expected.size) if every else np.flatnonzero(case.wrong)[:ROWS]
    head = f'<th scope="col" style="{LEFT};{TITLE}">Index</th>'
    head += "".join(f'<th scope="col" style="{NUMBER};{TITLE}">{name}</th>' for name in columns)
    head += f'<th scope="col" style="{LEFT};{TITLE}">Same?</th>'
    body = "".join(_element(int(index), list(columns.values()), case) for index in shown)
    note = "" if every else _note(len(shown), int(case.wrong.sum()))
    return (
        f'<table aria-label="The case that failed, element by element" style="{SMALL}">'
        f'<thead style="border:0"><tr style="background:none">{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>{note}"
    )


def _element(index: int, columns: Sequence[Array], case: Case) -> str:
    wrong = bool(case.wrong[index])
    cells = "".join(f'<td style="{NUMBER}">{escape(number(one[index]))}</td>' for one in columns)
    agrees = f"{sign(WRONG)} no" if wrong else f"{sign(RIGHT)} yes"
    ground = TINTS[WRONG] if wrong else "none"
    head = f'<th scope="row" style="{LEFT};{TITLE};padding-left:6px">{index}</th>'
    return f'<tr style="background:{ground}">{head}{cells}<td style="{LEFT}">{agrees}</td></tr>'


def _note(shown: int, wrong: int) -> str:
    if shown == wrong:
        return ""
    return paragraph(prose(f"The first {shown} of {wrong} that differ."), "margin:2px 0")
