"""The source of a solution cell: solved, with nbgrader's marks, or with the stub in their place."""

from __future__ import annotations

import ast
import inspect
import textwrap

from autograder.errors import CourseError
from autograder.exercise import Exercise

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")


def marked_source(exercise: Exercise) -> str:
    """The reference with its marks and only the first sentence of its docstring.

    Raises:
        CourseError: If the reference has no marked region.
    """
    source = textwrap.dedent(inspect.getsource(exercise.reference))
    if source.count(BEGIN) != 1 or source.count(END) != 1:
        raise CourseError(
            f"{exercise.file.name}: the reference needs one `{BEGIN}` and one `{END}`."
        )
    return _with_short_docstring(source, exercise)


def solved_source(exercise: Exercise) -> str:
    """The solution without marks."""
    return without_marks(marked_source(exercise)) + "\n"


def without_marks(source: str) -> str:
    """The source without the lines that mark the solution."""
    lines = source.splitlines(keepends=True)
    return "".join(line for line in lines if line.strip() not in (BEGIN, END)).rstrip("\n")


def starter_source(exercise: Exercise) -> str:
    """What the student starts from: nbgrader's stub in the marked region, or a given solution."""
    if exercise.given:
        return solved_source(exercise)
    lines: list[str] = []
    inside = False
    for line in marked_source(exercise).splitlines():
        if line.strip() == BEGIN:
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + text for text in STUB]
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _with_short_docstring(source: str, exercise: Exercise) -> str:
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.FunctionDef | ast.ClassDef)
    first = node.body[0]
    assert first.end_lineno is not None
    lines = source.splitlines(keepends=True)
    sentence = inspect.cleandoc(exercise.reference.__doc__ or "").splitlines()[0]
    indent = " " * first.col_offset
    rest = lines[first.end_lineno :]
    raw = "r" if "\\" in sentence else ""
    return "".join([*lines[: first.lineno - 1], f'{indent}{raw}"""{sentence}"""\n', *rest])
