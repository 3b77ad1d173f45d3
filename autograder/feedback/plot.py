"""Yours and expected, drawn over each other, where both are the same small array.

The drawing is a part of the page, not a picture: so its axes and words have the colour of the
text around it. No one colour is legible enough on white and on a dark theme's ground.
"""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

import numpy as np

from autograder.feedback.case import Array, Case, cases
from autograder.feedback.frame import WRONG
from autograder.verdict import Verdict

FEWEST, MOST = 3, 200
TEXT = "#010203"  # stands for the colour of the text until the drawing is done
STYLE: Any = {
    "axes.edgecolor": TEXT,
    "axes.labelcolor": TEXT,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "grid.color": TEXT,
    "svg.fonttype": "path",
    "svg.hashsalt": "tapework",
    "text.color": TEXT,
    "text.usetex": False,
    "xtick.color": TEXT,
    "ytick.color": TEXT,
}


def plot(verdict: Verdict) -> str:
    """An HTML figure of the failed question's largest case that differs, or nothing."""
    drawable = [one for one in cases(verdict) if _can_be_drawn(one)]
    if not drawable or not verdict.finding:
        return ""
    case = max(drawable, key=lambda one: one.expected.size)
    x, axis = _axis(case)
    many, wrong = case.expected.size, int(case.wrong.sum())
    differ = f"{wrong} of {many} values differ"
    other = case.label != verdict.finding.label
    caption = f"The same question on {many} other values: {differ}." if other else f"{differ}."
    alt = f"Plot of your values and the expected ones against {axis}: {differ}."
    return (
        '<figure style="margin:10px 0">'
        f"{_drawing(x, case, axis, escape(alt))}"
        f'<figcaption style="margin:2px 0;text-align:left">{escape(caption)}</figcaption></figure>'
    )


def _can_be_drawn(case: Case) -> bool:
    numbers = case.expected.dtype.kind in "fiu" and case.yours.dtype.kind in "fiu"
    there = np.isfinite(case.yours).any() and np.isfinite(case.expected).any() if numbers else False
    return FEWEST <= case.expected.size <= MOST and bool(there)


def _axis(case: Case) -> tuple[Array, str]:
    """What to draw against: the error, a single input, or the index."""
    size, inputs = case.expected.size, case.inputs
    if {"y_true", "y_pred"} <= inputs.keys():
        errors = (inputs["y_true"] - inputs["y_pred"]).ravel()
        if errors.size == size:
            return errors, "y_true - y_pred"
    alike = [(name, a) for name, a in inputs.items() if a.size == size and a.dtype.kind in "fiu"]
    if len(alike) == 1:
        return alike[0][1].ravel(), alike[0][0]
    return np.arange(size), "index"


def _drawing(x: Array, case: Case, axis: str, alt: str) -> str:
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    order = np.argsort(x, kind="stable")
    yours, expected, wrong = (a.ravel()[order] for a in (case.yours, case.expected, case.wrong))
    x = x[order]
    apart = wrong & np.isfinite(yours) & np.isfinite(expected)
    style: dict[str, Any] = {"markersize": 6, "linewidth": 1.2}
    with rc_context(STYLE):
        figure = Figure(figsize=(5.4, 2.4))
        # A fixed place: to compute one takes as long as all the drawing.
        axes = figure.add_axes((0.08, 0.2, 0.91, 0.68))
        axes.vlines(x[apart], yours[apart], expected[apart], color=WRONG, linewidth=3, alpha=0.35)
        axes.plot(x, expected, "o-", color=TEXT, label="expected", mfc="none", **style)
        axes.plot(x, yours, "x--", color=WRONG, label="yours", mew=1.8, **style)
        axes.set_xlabel(axis)
        axes.grid(alpha=0.15)
        axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False)
        drawn = io.StringIO()
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(drawn, format="svg", transparent=True, metadata=nothing)
    return _inline(drawn.getvalue(), alt)


def _inline(svg: str, alt: str) -> str:
    """A file's SVG as a part of a page: no style for others, no name that is there twice."""
    body = svg[svg.index("<svg") :]
    box = re.search(r'viewBox="[^"]*"', body)
    body = body[body.index(">") + 1 :]
    body = re.sub(r"<!--.*?-->|<defs>\s*<style.*?</style>\s*</defs>", "", body, flags=re.S)
    body = re.sub(r' id="[\w.]+_\d+"', "", body).replace(TEXT, "currentColor")
    return (
        f'<svg role="img" aria-label="{alt}" {box[0] if box else ""} '
        f'style="display:block;width:100%;max-width:560px;height:auto">{" ".join(body.split())}'
    )
