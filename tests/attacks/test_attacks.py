"""No attack earns more than its honest part deserves, harms anyone, or leaves a trace."""

from __future__ import annotations

import sqlite3

import pytest

from . import ATTACKS, Attack
from .run import WITNESSES, Run
from .submission import deserved, points_of_chapter

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200), pytest.mark.xdist_group("attacks")]


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.student for attack in ATTACKS])
def test_an_attack_earns_what_its_honest_part_deserves(graded: Run, attack: Attack):
    row = graded.rows[attack.student]
    there = points_of_chapter()
    earned = {name: one["points"] for name, one in row["exercises"].items()}
    for name, points in earned.items():
        if name in attack.honest:
            least = 0.0 if attack.may_lose else there[name]
            assert least <= points <= there[name], (name, row)
        else:
            assert 0.0 <= points <= attack.partial.get(name, 0.0), (name, row)
    # What cannot be read as a notebook at all has no points.
    assert (row["points"] or 0.0) == pytest.approx(sum(earned.values()))
    assert sum(earned.values()) <= deserved(attack, there) + sum(attack.partial.values())
    assert row["max_points"] in (sum(there.values()), None)


@pytest.mark.parametrize("witness", WITNESSES)
def test_no_witness_loses_a_point(graded: Run, witness: str):
    row = graded.rows[witness]
    assert row["points"] == row["max_points"] == sum(points_of_chapter().values()), row


def test_the_gradebook_holds_the_points_that_were_told(graded: Run):
    from autograder.grading import read_gradebook

    base = sqlite3.connect(graded.ground.course / "gradebook.db")
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    base.close()
    kept = {row.student: row.points for row in read_gradebook(graded.ground.course, "losses")}
    told = {student: row["points"] for student, row in graded.rows.items() if student in kept}
    assert kept == pytest.approx(told)


def test_no_file_outside_is_changed(graded: Run):
    assert graded.changed == []


def test_nothing_is_left_behind(graded: Run):
    assert graded.left == []


def test_no_process_lives_on(graded: Run):
    assert graded.processes == []


def test_the_process_outside_is_alive(graded: Run):
    assert graded.ground.victim.poll() is None


def test_nobody_knocked_at_a_door(graded: Run):
    assert graded.ground.doors.visitors == []


def test_no_secret_is_told_to_a_student(graded: Run):
    told = {}
    for folder in ("autograded", "feedback"):
        for path in (graded.ground.course / folder).rglob("*"):
            student = path.relative_to(graded.ground.course / folder).parts[0]
            if path.is_file() and student not in WITNESSES:
                told[str(path)] = graded.ground.told(path.read_bytes())
    assert {path: secrets for path, secrets in told.items() if secrets} == {}
    assert graded.ground.told(graded.output) == []


def test_no_markup_of_a_student_reaches_a_card(graded: Run):
    import nbformat

    for path in (graded.ground.course / "autograded").glob("*/losses/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                text = "".join(one.get("data", {}).get("text/html", "") for one in cell.outputs)
                assert f"<script>//{graded.ground.token}" not in text, path
                assert "<img src=x" not in text, path


def test_no_submission_holds_up_the_class(graded: Run):
    slow = {student: row["seconds"] for student, row in graded.rows.items() if row["seconds"] > 300}
    assert slow == {}


def test_what_is_kept_of_a_submission_is_small(graded: Run):
    kept = [graded.ground.course / name for name in ("autograded", ".tapework")]
    sizes = {path: path.stat().st_size for folder in kept for path in folder.rglob("*")}
    assert {path: size for path, size in sizes.items() if size > 2 * 10**7} == {}
