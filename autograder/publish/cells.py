"""The cells of a notebook: with stable ids, minimal metadata, and nbgrader's marks on exercises."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from autograder.exercise import Exercise
from autograder.publish.address import Address
from autograder.publish.lesson import CODE, MARKDOWN, Lesson, Piece
from autograder.publish.source import solution_source
from autograder.publish.statement import statement
from autograder.starter import without_marks

Cell = Any
SKIP = "skip-execution"
SETUP_ID = "setup"
RECAP = "from autograder.live import recap\n\nrecap()"


def setup_source(chapter: str, address: Address | None) -> str:
    """The first code cell: it makes the course available and brings what every cell may use."""
    install = ""
    if address:
        install = textwrap.dedent(f"""\
            import importlib.util

            if importlib.util.find_spec("autograder") is None:  # on Colab, for example
                %pip install -q "{address.requirement}"
                if importlib.util.find_spec("autograder") is None:
                    raise ImportError(
                        "Tapework could not be installed: the lines above say why. Mend that, then "
                        "run this cell again."
                    )

            """)
    return install + textwrap.dedent(f"""\
        from autograder.live import begin, check, hint, predict, progress, solution

        begin("{chapter}")

        import math

        import keras
        import matplotlib.pyplot as plt
        import numpy as np
        import tensorflow as tf""")


def head_cell(lesson: Lesson, address: Address | None) -> Cell:
    """Badges, title, objectives, prerequisites and minutes."""
    path = f"notebooks/{lesson.chapter.notebook}.ipynb"
    parts = [
        address.badges(path) if address else "",
        f"# {lesson.chapter.number}. {lesson.title}",
        "**After this chapter you can**\n\n" + _list(lesson.objectives),
        "**Prerequisites**\n\n" + _list(lesson.prerequisites) if lesson.prerequisites else "",
        f"**Time:** about {lesson.minutes} minutes",
    ]
    return _markdown("\n\n".join(part for part in parts if part), f"{lesson.chapter.name}-head")


def setup_cell(lesson: Lesson, address: Address | None) -> Cell:
    """The set-up cell; nbgrader restores it when a learner changed it."""
    source = setup_source(lesson.chapter.name, address)
    return _code(source, f"{lesson.chapter.name}-{SETUP_ID}", marks(SETUP_ID, CODE, locked=True))


def recap_cells(chapter: str, recapped: int) -> list[Cell]:
    """What opens a chapter: questions about what was solved in an earlier one. Grading skips it.

    Args:
        chapter: The chapter's name.
        recapped: The number of the earlier one.
    """
    why = (
        "**First, a recap.** The next cell shows someone's wrong answer to an exercise that you "
        f"solved in chapter {recapped}, and asks what is wrong with it. It costs no points."
    )
    return [
        _markdown(why, f"{chapter}-recap-head"),
        _code(RECAP, f"{chapter}-recap", {"tags": [SKIP]}),
    ]


def lesson_cell(piece: Piece, identity: str) -> Cell:
    """A cell of the lesson itself. Grading skips its code: only what is needed runs."""
    tags = list(piece.tags)
    if piece.kind == CODE:
        return _code(piece.text, identity, {"tags": [*tags, SKIP]})
    return _markdown(piece.text, identity, {"tags": tags} if tags else {})


def written_cell(piece: Piece) -> Cell:
    """An answer in words: nbgrader takes the model answer out, and a person grades the cell."""
    graded = marks(piece.name, MARKDOWN, solution=True, points=piece.points)
    return _markdown(piece.text, piece.name, graded)


def exercise_cells(exercise: Exercise, setup: str) -> list[Cell]:
    """Statement, solution and check of one exercise; nothing of nbgrader's where it is given."""
    name = exercise.name
    if exercise.given:
        solved = without_marks(solution_source(exercise, setup))
        return [
            _markdown(statement(exercise), f"{name}-statement"),
            _code(solved, name, {"tags": [SKIP]}),
            _code(f'check("{name}")', f"{name}-check", {"tags": [SKIP]}),
        ]
    return [
        _markdown(
            statement(exercise),
            f"{name}-statement",
            marks(f"{name}-statement", MARKDOWN, locked=True),
        ),
        _code(solution_source(exercise, setup), name, marks(name, CODE, solution=True)),
        _code(
            f'check("{name}")',
            f"{name}-check",
            marks(f"{name}-check", CODE, locked=True, points=exercise.points),
        ),
    ]


def marks(
    grade_id: str,
    cell_type: str,
    *,
    locked: bool = False,
    solution: bool = False,
    points: float | None = None,
) -> dict[str, Any]:
    """nbgrader's metadata, schema version 3; with points it is a graded cell."""
    found: dict[str, Any] = {
        "cell_type": cell_type,
        "grade": points is not None,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        found["points"] = points
    return {"nbgrader": found}


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {one}" for one in items)


def _markdown(source: str, identity: str, metadata: dict[str, Any] | None = None) -> Cell:
    from nbformat import v4

    return v4.new_markdown_cell(source, id=identity, metadata=metadata or {})


def _code(source: str, identity: str, metadata: dict[str, Any]) -> Cell:
    from nbformat import v4

    return v4.new_code_cell(source, id=identity, metadata=metadata)
