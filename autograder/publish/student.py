"""The student edition of a course: the same package without solutions and planted mistakes.

A learner's code runs beside it when a class is graded: questions are there, answers are not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from autograder.catalogue import Course
from autograder.exercise import Exercise
from autograder.names import bound_names, statement_text

RAISES = "raise NotImplementedError()"
Definition = ast.FunctionDef | ast.ClassDef


def write_student_edition(course: Course, folder: Path) -> Path:
    """Writes the course's package without solutions into a folder.

    What an exercise's questions use stays, and what other modules import of it; the reference
    keeps its name, signature and statement, and raises NotImplementedError.

    Args:
        course: The full edition.
        folder: Where the package's folder is made; on `sys.path` it stands for the full edition.

    Returns:
        The package's folder.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in course.folder.rglob("*.py")}
    trees = {_module(course, path): ast.parse(text) for path, text in texts.items()}
    exercises = {_module(course, one.file): one for one in course.exercises.values()}
    wanted = _wanted(trees, exercises)
    package = folder / course.folder.name
    for path, text in texts.items():
        module = _module(course, path)
        if module in exercises:
            text = _without_answers(text, trees[module], exercises[module], wanted[module])
        target = package / path.relative_to(course.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return package


def _module(course: Course, path: Path) -> str:
    parts = path.relative_to(course.folder).with_suffix("").parts
    return ".".join([course.folder.name, *(part for part in parts if part != "__init__")])


def _wanted(trees: dict[str, ast.Module], exercises: dict[str, Exercise]) -> dict[str, set[str]]:
    """Module → names that must stay in it, for its own questions or for other modules."""
    wanted: dict[str, set[str]] = {module: {"exercise"} for module in trees}
    waiting = [(module, "exercise") for module in exercises]
    for module, tree in trees.items():
        if module not in exercises:
            waiting += [
                (node.module or "", alias.name)
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            ]
    while waiting:
        module, name = waiting.pop()
        if module not in exercises:
            continue
        wanted[module].add(name)
        for statement in trees[module].body:
            if name not in _bound(statement):
                continue
            if isinstance(statement, ast.ImportFrom):
                found = {(statement.module or "", name)}
            else:
                bare = _bare(statement, exercises[module])
                found = {(module, used) for used in _read(bare)}
            waiting += [(where, one) for where, one in found if one not in wanted.get(where, set())]
    return wanted


def _without_answers(text: str, tree: ast.Module, exercise: Exercise, wanted: set[str]) -> str:
    kept = []
    for statement in tree.body:
        bound = _bound(statement)
        if bound and not bound & wanted:
            continue
        bare = _bare(statement, exercise)
        kept.append(statement_text(text, statement) if bare is statement else ast.unparse(bare))
    return "\n\n".join(kept) + "\n"


def _bound(statement: ast.stmt) -> set[str]:
    """The names that a module-level statement defines; empty where it must stay anyway."""
    return set() if isinstance(statement, ast.Import) else bound_names(statement)


def _read(tree: ast.AST) -> Iterator[str]:
    return (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def _bare(statement: ast.stmt, exercise: Exercise) -> ast.stmt:
    """The statement without a solution or a mistake; itself where it holds neither."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef) and statement.name == exercise.name:
        return _stub(statement)
    if isinstance(statement, ast.Assign) and _bound(statement) == {"exercise"}:
        call = statement.value
        assert isinstance(call, ast.Call)
        keywords = [
            ast.keyword("mistakes", ast.List([], ast.Load())) if one.arg == "mistakes" else one
            for one in call.keywords
        ]
        bare = ast.Assign(statement.targets, ast.Call(call.func, call.args, keywords))
        return ast.copy_location(bare, statement)
    return statement


def _stub(node: Definition) -> Definition:
    """Name, signature and docstring of a reference; whoever calls it is told that it is not there.

    A class keeps `__init__` alone, or `call` where it has none of its own.
    """
    docstring, body = node.body[:1], ast.parse(RAISES).body
    if isinstance(node, ast.FunctionDef):
        stub = ast.parse(ast.unparse(node)).body[0]
        assert isinstance(stub, ast.FunctionDef)
        stub.body = [*docstring, *body]
        return stub
    methods = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    kept = methods.get("__init__") or methods.get("call")
    copy = ast.parse(ast.unparse(node)).body[0]
    assert isinstance(copy, ast.ClassDef)
    copy.body = [*docstring]
    if kept:
        kept = ast.parse(ast.unparse(kept)).body[0]  # type: ignore[assignment]
        assert isinstance(kept, ast.FunctionDef)
        kept.body = [*body]
        kept.decorator_list = []
        copy.body.append(kept)
    return copy
