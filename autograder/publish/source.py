"""A solution cell's source: the reference alone, and the imports that it needs in the notebook."""

from __future__ import annotations

import ast
import builtins
import re

from autograder.errors import CourseError
from autograder.exercise import Exercise
from autograder.names import imports, module_names
from autograder.starter import BEGIN, END, marked_source

_SOLUTION = re.compile(rf"^([ \t]*){BEGIN}\n.*?{END}[ \t]*$", re.MULTILINE | re.DOTALL)


def solution_source(exercise: Exercise, setup: str) -> str:
    """The source of an exercise's solution cell, the solution marked for nbgrader.

    It holds the reference alone. Names that the reference takes from its module must come from the
    notebook's set-up cell or from imports: those are copied to the top of the cell, an import from
    the course itself into the solution where nothing outside uses it.

    Args:
        exercise: The exercise.
        setup: The source of the set-up cell.

    Raises:
        CourseError: If a name would be missing in the notebook, or no solution is marked.
    """
    source = marked_source(exercise).rstrip("\n")
    where = f"{exercise.chapter}/{exercise.file.name}"
    given = imports(_without_magics(setup))
    module = imports(exercise.file.read_text(encoding="utf-8"))
    top, inside = set[str](), set[str]()
    for name in sorted(module_names(source) - {exercise.name}):
        if name in module and module[name] != given.get(name):
            hidden = _is_of_course(module[name], exercise) and _only_in_solution(source, name)
            (inside if hidden else top).add(module[name])
        elif name not in module and name not in given and not hasattr(builtins, name):
            raise CourseError(
                f"{where}: {exercise.name!r} uses {name!r}, which neither the notebook's set-up "
                "cell nor an import gives; move it into the reference."
            )
    if inside:
        mark = _SOLUTION.search(source)
        assert mark is not None
        lines = [mark[1] + one for one in sorted(inside)]
        source = source.replace(f"{BEGIN}\n", "\n".join([BEGIN, *lines, "", ""]), 1)
    if top:
        source = "\n".join(sorted(top)) + "\n\n\n" + source
    for text in (source, _SOLUTION.sub(r"\1raise NotImplementedError()", source)):
        _compiles(text, where)
    return source


def _compiles(source: str, where: str) -> None:
    try:
        compile(source, where, "exec")
    except SyntaxError as error:
        raise CourseError(
            f"{where}: the solution cell made from it does not compile ({error.msg}, line "
            f"{error.lineno}); look at where the solution is marked."
        ) from None


def _without_magics(source: str) -> str:
    """A notebook cell's source as plain Python can read it."""
    return re.sub(r"^(\s*)%.*$", r"\1pass", source, flags=re.MULTILINE)


def _is_of_course(statement: str, exercise: Exercise) -> bool:
    package = exercise.reference.__module__.split(".")[0]
    return re.match(rf"from ({re.escape(package)}\b|\.)", statement) is not None


def _only_in_solution(source: str, name: str) -> bool:
    lines = [line.strip() for line in source.splitlines()]
    first, last = lines.index(BEGIN) + 1, lines.index(END) + 1
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        # An import in one method is not seen by the next.
        if isinstance(node, ast.FunctionDef) and node.lineno < first <= (node.end_lineno or 0):
            last = min(last, (node.end_lineno or 0) + 1)
    uses = [node.lineno for node in nodes if isinstance(node, ast.Name) and node.id == name]
    return all(first < line < last for line in uses)
