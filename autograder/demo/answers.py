"""What members of the sample class write in their solution cells."""

from __future__ import annotations

import ast
import re
import textwrap

from autograder.catalogue import load_course
from autograder.exercise import Exercise, Mistake
from autograder.names import imports, module_names, statement_text
from autograder.publish.cells import setup_source
from autograder.publish.source import solution_source
from autograder.starter import starter_source, without_marks

_STUB = re.compile(r"^([ \t]*)# YOUR CODE HERE\n.*$", re.MULTILINE)
CRASH = "import os\n\nos._exit(1)"
ENDLESS = "while True:\n    pass"


def right(exercise: Exercise) -> str:
    """The reference solution."""
    return without_marks(solution_source(exercise, setup_source(exercise.chapter, None)))


def in_another_style(exercise: Exercise) -> str:
    """The same with other local names and another layout."""
    tree = ast.parse(right(exercise))
    nodes = list(ast.walk(tree))
    arguments = {node.arg for node in nodes if isinstance(node, ast.arg)}
    assigned = [
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    names = {name: f"my_{name}" for name in assigned if name not in arguments}
    for node in nodes:
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
    return ast.unparse(tree)


def with_body(exercise: Exercise, body: str) -> str:
    """The starter with these lines in the place of its stub."""
    return _STUB.sub(lambda found: textwrap.indent(body, found[1]), starter_source(exercise))


def mistaken(exercise: Exercise, mistake: Mistake) -> str:
    """A planted mistake under the name that the exercise asks for, with what it needs.

    Where it builds on the reference, that comes along as `right_…`.
    """
    text = exercise.file.read_text(encoding="utf-8")
    # Students have no other exercise's reference: where a mistake imports one, it comes along.
    others = load_course().exercises
    parts = {name: right(others[name]) for name in imports(text) if name in others}
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            parts[node.name] = statement_text(text, node)
    parts[exercise.name] = right(exercise)
    wanted, waiting = set[str](), {mistake.name}
    while waiting:
        wanted |= waiting
        waiting = {
            name for part in waiting for name in module_names(parts[part]) if name in parts
        } - wanted
    source = "\n\n\n".join(part for name, part in parts.items() if name in wanted)
    source = re.sub(rf"\b{exercise.name}\b(?!['\"])", f"right_{exercise.name}", source)
    source = re.sub(rf"\b{mistake.name}\b", exercise.name, source)
    given = imports(re.sub(r"^\s*%.*$", "", setup_source(exercise.chapter, None), flags=re.M))
    module = imports(text)
    needed = {
        module[name]
        for name in module_names(source)
        if name in module and name not in parts and module[name] != given.get(name)
    }
    return "\n".join([*sorted(needed), *([""] * 2 if needed else []), source])
