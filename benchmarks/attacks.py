"""`python -m benchmarks.attacks`: hostile submissions, graded by stock nbgrader and by Tapework.

Without arguments both are run and the table in benchmarks/RESULTS.md is written anew; names of
students as arguments run those only, and print.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import nbformat

from autograder.grading import init_course, read_gradebook
from benchmarks.grading.nbgrader_stock import CONFIG
from benchmarks.results import put
from tests.attacks import ATTACKS, Attack
from tests.attacks.classic import TESTS, classic_source
from tests.attacks.ground import Ground
from tests.attacks.run import WITNESSES, Run, grade, prepared, recorded
from tests.attacks.submission import (
    CHAPTER,
    FILE,
    deserved,
    hand_in,
    hand_in_attack,
    honest,
    points_of_chapter,
)

SECONDS = 400
Outcome = tuple[float | None, list[str]]
CAPTION = """\
{count} hostile submissions of the losses chapter; each solves one exercise rightly and attacks \
with another. “Deserved” is what the right part is worth. Stock is `nbgrader autograde` on a \
classic notebook: {classic} of the exercises with asserts in their check cells, hidden tests among \
them, as nbgrader courses are written; {unsafe} attacks that would harm the machine were not run \
there (–). Tapework graded all of them beside {witnesses} honest submissions, {intact} of which \
kept full marks. More than deserved is **bold**. Stock gave more to {stock_gained} of {stock_run}, \
Tapework to {gained} of {run}; stock was left with traces by {stock_traced}, Tapework by {traced}.
"""


def main() -> None:
    """Runs what was asked for."""
    names = sys.argv[1:]
    attacks = [one for one in ATTACKS if not names or one.student in names]
    stock = on_stock(attacks)
    ours, run = on_tapework() if not names else ({}, None)
    text = table(attacks, stock, ours, run)
    print(text)
    if not names:
        put("attacks", f"## Attacks\n\n{text}")


def on_stock(attacks: Iterable[Attack]) -> dict[str, Outcome]:
    """Student → points and traces with stock nbgrader, for attacks that are safe there."""
    with tempfile.TemporaryDirectory(prefix="stock-attacks-") as name:
        folder = Path(name)
        course = folder / "course"
        init_course(course)
        (course / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
        source = course / "source" / CHAPTER / FILE
        source.write_text(nbformat.writes(classic_source()), encoding="utf-8")
        nbgrader(course, "generate_assignment", CHAPTER)
        released = nbformat.read(course / "release" / CHAPTER / FILE, as_version=4)
        ground = Ground(folder, course, recorded())
        chosen = [one for one in attacks if one.safe_on_stock]
        try:
            hand_in(course, WITNESSES[0], honest(released, ground.remark))
            for attack in chosen:
                hand_in_attack(course, released, attack, ground.places(attack))
            ground.ready()
            found = {}
            for student in (WITNESSES[0], *(one.student for one in chosen)):
                nbgrader(course, "autograde", CHAPTER, "--student", student, ground=ground)
                print(f"stock: {student}", file=sys.stderr, flush=True)
            processes = ground.processes(65.0)
            points = {row.student: row.points for row in read_gradebook(course, CHAPTER)}
            for attack in chosen:
                traces = traces_of(ground, attack, ground.left(), processes)
                found[attack.student] = (points.get(attack.student), traces)
            most = sum(points_of_chapter()[name] for name in TESTS)
            if points.get(WITNESSES[0]) != most:
                raise SystemExit(f"The honest submission got {points.get(WITNESSES[0])} of {most}.")
            graded = (course / "autograded" / WITNESSES[0]).glob("*/*.ipynb")
            if any("tapework-card" in one.read_text(encoding="utf-8") for one in graded):
                raise SystemExit("Tapework has graded what stock nbgrader was to grade.")
            return found
        finally:
            ground.close()


def on_tapework() -> tuple[dict[str, Outcome], Run]:
    """Student → points and traces with `tapework grade`, for all attacks."""
    with tempfile.TemporaryDirectory(prefix="tapework-attacks-") as name:
        folder = Path(name)
        ground = prepared(folder, folder / "course")
        try:
            run = grade(ground)
            found: dict[str, Outcome] = {}
            for attack in ATTACKS:
                row = run.rows.get(attack.student)
                traces = traces_of(ground, attack, run.left, run.processes)
                found[attack.student] = (row["points"] if row else None, traces)
            return found, run
        finally:
            ground.close()


def nbgrader(course: Path, *arguments: str, ground: Ground | None = None) -> None:
    """One command of nbgrader's; what goes wrong with a submission shows in its points."""
    command = [sys.executable, "-m", "nbgrader", *arguments]
    env = ground.environment() if ground else None
    # No pipes: a process that an attack leaves behind would keep them open.
    nowhere = subprocess.DEVNULL
    try:
        subprocess.run(
            command, cwd=course, env=env, stdin=nowhere, stdout=nowhere, stderr=nowhere,
            timeout=SECONDS, start_new_session=True, check=ground is None,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        print(f"{' '.join(arguments)}: did not end within {SECONDS} s", file=sys.stderr)


def traces_of(
    ground: Ground, attack: Attack, left: Iterable[str], processes: Iterable[str]
) -> list[str]:
    """In a word each, what one attack has left or learnt."""
    mark = ground.mark(attack)
    found = []
    if any(mark in one for one in left):
        found.append("files")
    if any(mark in one for one in processes):
        found.append("processes")
    if any(mark in one for one in ground.doors.visitors):
        found.append("connections")
    folder = ground.course / "autograded" / attack.student
    texts = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    if any(ground.told(text) for text in texts):
        found.append("secrets")
    return found


def table(
    attacks: list[Attack],
    stock: Mapping[str, Outcome],
    ours: Mapping[str, Outcome],
    run: Run | None,
) -> str:
    """The table with its caption, in Markdown."""
    there = points_of_chapter()
    lines = [
        "| attack | tries | deserved | stock | Tapework | trace, stock | trace, Tapework |",
        "|---|---|--:|--:|--:|---|---|",
    ]
    for attack in attacks:
        due = deserved(attack, there)
        classic, tapework = stock.get(attack.student), ours.get(attack.student)
        cells = [
            attack.student, attack.tries.rstrip("."), f"{due:g}", points_in(classic, due),
            points_in(tapework, due), traces_in(classic), traces_in(tapework),
        ]  # fmt: skip
        lines.append("| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |")
    full = sum(there.values())
    counts = {
        "count": len(attacks),
        "classic": len(TESTS),
        "unsafe": sum(not one.safe_on_stock for one in attacks),
        "witnesses": len(WITNESSES),
        "intact": sum(run.rows[one]["points"] == full for one in WITNESSES) if run else 0,
        "stock_gained": gained(attacks, stock),
        "stock_run": len(stock),
        "gained": gained(attacks, ours),
        "run": len(ours),
        "stock_traced": sum(bool(traces) for _, traces in stock.values()),
        "traced": sum(bool(traces) for _, traces in ours.values()),
    }
    return CAPTION.format(**counts) + "\n" + "\n".join(lines) + "\n"


def gained(attacks: Iterable[Attack], outcomes: Mapping[str, Outcome]) -> int:
    """How many got more than they deserve."""
    there = points_of_chapter()
    pairs = [(outcomes[one.student][0], deserved(one, there)) for one in attacks
             if one.student in outcomes]  # fmt: skip
    return sum((points or 0.0) > due for points, due in pairs)


def points_in(outcome: Outcome | None, due: float) -> str:
    """Points as a cell; a dash where it was not run, “none” where no score came of it."""
    if outcome is None:
        return "–"
    points = outcome[0]
    if points is None:
        return "none"
    return f"**{points:g}**" if points > due else f"{points:g}"


def traces_in(outcome: Outcome | None) -> str:
    """Traces as a cell."""
    return "–" if outcome is None else ", ".join(outcome[1]) or "none"


if __name__ == "__main__":
    main()
