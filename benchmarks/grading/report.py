"""The measurements as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.grading.measure import Usage
from benchmarks.results import machine

PACKAGES = ("tensorflow", "keras", "nbgrader")
NEAR = 0.1  # points: each exercise's are rounded to hundredths
GIB, MIB = 2**30, 2**20


@dataclass(frozen=True)
class Outcome:
    """What one tool did: its name and command, what it took, the points it gave, its phases."""

    title: str
    command: str
    usage: Usage
    points: Mapping[str, float]
    phases: Mapping[str, float] = field(default_factory=dict)


def section(outcomes: list[Outcome], students: list[str], most: float, command: str) -> str:
    """The whole text between the marks."""
    blocks = [
        "## The same class, graded by three tools",
        f"{len(students)} submissions of the losses chapter, one tool after another in one run of",
        f"```\n{command}\n```",
        f"{machine(PACKAGES)}, otter-grader {_otter()}.",
        table(outcomes, len(students)),
        *phases(outcomes),
        *unique_memory(outcomes),
        agreement(outcomes, students, most),
        remarks(outcomes),
        notes(outcomes),
    ]
    return "\n\n".join(block for block in blocks if block)


def _otter() -> str:
    pins = Path(__file__).with_name("otter-constraints.txt").read_text(encoding="utf-8")
    return re.findall(r"^otter-grader==(\S+)", pins, re.MULTILINE)[0]


def table(outcomes: list[Outcome], size: int) -> str:
    """A row a tool; ratios are to Tapework, the last row, where it ran."""
    last = outcomes[-1] if outcomes[-1].title.startswith("Tapework") else None
    rows = [
        "| tool | time | a submission | in a minute | processor time | peak memory (PSS) "
        "| time ÷ Tapework's | processor ÷ Tapework's |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for one in outcomes:
        used = one.usage
        rows.append(
            f"| {one.title}: `{one.command}` | {used.seconds:.0f} s | {used.seconds / size:.1f} s "
            f"| {60 * size / used.seconds:.1f} | {used.processor:.0f} s | {_size(used.peak)} "
            f"| {_ratio(used.seconds, last and last.usage.seconds)} "
            f"| {_ratio(used.processor, last and last.usage.processor)} |"
        )
    return "\n".join(rows)


def _ratio(one: float, other: float | None) -> str:
    return f"{one / other:.1f}" if other else "–"


def _size(bytes_: int) -> str:
    return f"{bytes_ / GIB:.1f} GiB" if bytes_ >= GIB else f"{bytes_ / MIB:.0f} MiB"


def phases(outcomes: list[Outcome]) -> list[str]:
    """Where the time of a submission goes, of the tools that tell."""
    return [
        f"Where the time of a submission goes, seconds on average ({one.title}): "
        + ", ".join(f"{name} {seconds:.2f}" for name, seconds in one.phases.items())
        + "."
        for one in outcomes
        if one.phases
    ]


def unique_memory(outcomes: list[Outcome]) -> list[str]:
    """What one submission in flight needs beyond what all share, where kernels are forked."""
    return [
        f"Memory that one submission in flight shares with no other process ({one.title}): at most "
        f"{_size(one.usage.kernel)}."
        for one in outcomes
        if one.usage.kernel
    ]


def agreement(outcomes: list[Outcome], students: list[str], most: float) -> str:
    """Whether right work got full marks, a blank notebook none, and all tools the same."""
    wrong = []
    for student in students:
        given = {one.title: one.points.get(student) for one in outcomes}
        told = ", ".join(f"{name}: {_points(points)}" for name, points in given.items())
        found = [points for points in given.values() if points is not None]
        ends = {"right": most, "other-style": most, "blank": 0.0}
        wanted = next((ends[kind] for kind in ends if student.endswith(kind)), None)
        targets = found if wanted is None else [*found, wanted]
        if len(found) < len(given) or max(targets) - min(targets) > NEAR:
            wrong.append(f"{student} ({told})")
    if not wrong:
        return (
            f"All tools gave every student the same points, right work {most:g} of {most:g}, "
            "a blank notebook 0."
        )
    more = f" and {len(wrong) - 8} more" if len(wrong) > 8 else ""
    return f"Points that differ, or are not what is due: {'; '.join(wrong[:8])}{more}."


def _points(points: float | None) -> str:
    return "none" if points is None else f"{points:.2f}"


def remarks(outcomes: list[Outcome]) -> str:
    """How far the run was disturbed, and what went wrong."""
    others = ", ".join(f"{one.title} {one.usage.others:.0%}" for one in outcomes)
    looking = max(one.usage.looking for one in outcomes)
    wrong = [f"{one.title}: {remark}" for one in outcomes for remark in one.usage.remarks]
    text = (
        f"Other processes took of the machine meanwhile: {others}. Measuring took at most "
        f"{looking:.0%} of one processor."
    )
    return " ".join([text, *(f"{one}." for one in wrong)])


def notes(outcomes: list[Outcome]) -> str:
    """What a reader has to know of the rows that are there."""
    titles = " ".join(one.title for one in outcomes)
    return "\n".join(["How to read it:\n", *(text for word, text in NOTES if word in titles)])


# A word of a row's title, and what is to be known of such a row.
NOTES = (
    (
        "",
        """\
- The class has, in every ten, two who are right, two who are right in another style, one half done,
  one blank and four with planted mistakes; forty make every planted mistake of the chapter. Nobody
  crashes or loops without end: that would measure time limits. All caches are empty at the start
  of each row.""",
    ),
    (
        "whole",
        """\
- The whole notebook is what nbgrader runs of an ordinary lesson: the demonstrations, too. Tapework
  leaves them out by itself, and publishes notebooks in which they are tagged `skip-execution`,
  which nbgrader and Otter respect: all other rows run without them.""",
    ),
    (
        "nbgrader",
        """\
- nbgrader runs in one process, as it does for its users. Its check cells are the course's own
  `check(…)`, which starts a second TensorFlow process for every notebook. It isolates students
  neither from each other nor from the gradebook.""",
    ),
    (
        "plain",
        """\
- In the row with plain tests no part of Tapework runs.""",
    ),
    (
        "Otter",
        """\
- Otter: `otter run` grades one notebook, so it is started once for each. `otter grade`, which runs
  each submission in a Docker container, is not measured. Otter keeps no gradebook.
- The plain tests ask every question that the course asks (values on fixed and random inputs,
  gradients, in a graph, in `fit`, through a config and a file), with the same tolerance and points.
  They do not look for ready-made stand-ins, name no mistake, draw no card; their inputs and
  expected answers are computed beforehand and lie in the student's process.""",
    ),
    (
        "Tapework",
        """\
- Tapework draws fresh inputs, computes expected answers and known mistakes for them, judges outside
  a sandbox in which each notebook runs, and writes the gradebook: all in its time.""",
    ),
    (
        "",
        """\
- Time is by the clock; processor time is that of all processes that a tool started. Memory is the
  largest sum of proportional set sizes (shared memory counted once), seen five times a second.""",
    ),
)
