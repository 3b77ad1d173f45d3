"""Verdicts in a notebook: the card and the points become the output of each exercise's check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from autograder.verdict import Verdict
from autograder.words import points_text

Notebook = Any


def scaled(verdict: Verdict, points: float) -> Verdict:
    """The verdict in the points that the assignment gives for the exercise."""
    factor = points / verdict.max_points
    if factor == 1:
        return verdict
    results = tuple(
        replace(one, points=one.points * factor, max_points=one.max_points * factor)
        for one in verdict.results
    )
    own = round(verdict.points * factor, 2)
    return replace(verdict, points=own, max_points=points, results=results)


def with_cards(
    notebook: Notebook, checks: Mapping[str, int], verdicts: Mapping[str, Verdict]
) -> None:
    """Sets the outputs of the check cells; nbgrader reads the points from them."""
    from nbformat import v4

    for name, index in checks.items():
        shown = verdicts[name]
        data = {**shown._repr_mimebundle_(), "text/plain": points_text(shown.points)}
        output = v4.new_output("execute_result", data=data, execution_count=1)
        notebook.cells[index].outputs = [output]
        notebook.cells[index].execution_count = 1
