"""A planted mistake as a learner would have written it: a definition under the exercise's name."""

from __future__ import annotations

import ast
import builtins
import re
from dataclasses import dataclass

from autograder.exercise import Exercise, Mistake
from autograder.names import bound_names, imports, module_names, statement_text
from autograder.starter import without_marks

LONGEST = 25  # lines: what can be read through in a minute
WHOLE = 0.6  # of the reference's lines: a class that is shorter has other faults besides
GIVEN = {"math", "keras", "np", "plt", "tf", *dir(builtins)}
Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Slip:
    """The source of a mistake, and the names of other mistakes that it is built from."""

    source: str
    built_from: frozenset[str]


def slip(exercise: Exercise, mistake: Mistake) -> Slip | None:
    """What stands in the cell of someone who made the mistake.

    A class that differs from the reference in a method or two is written out whole; helpers come
    along. Docstrings are left out: they tell the author what is wrong.

    Returns:
        None where it can't be told readably: it is too long, a sketch, or calls the reference.
    """
    text = exercise.file.read_text(encoding="utf-8")
    known: dict[str, ast.stmt] = {}
    for statement in ast.parse(text).body:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            known.update(dict.fromkeys(bound_names(statement), statement))
    definition = known.get(mistake.name)
    if definition is None:
        return None
    family = frozenset[str]()
    if isinstance(definition, ast.ClassDef):
        found, family = _whole_class(text, definition, known)
        reference = _without_docstring(text, known[exercise.name])
        if exercise.name not in family and found.count("\n") < WHOLE * reference.count("\n"):
            return None
    else:
        found = _without_docstring(text, definition)
    if not found:
        return None
    helpers = _helpers(text, found, {exercise.name, mistake.name}, known)
    # The name of another mistake would give the answer away.
    wrong = {one.name for one in exercise.mistakes}
    if helpers is None or exercise.name in module_names(found) or wrong & set(helpers):
        return None
    source = "\n\n".join([*helpers.values(), found])
    source = re.sub(rf"\b{mistake.name}\b", exercise.name, source)
    module, needed = imports(text), module_names(source)
    package = exercise.reference.__module__.partition(".")[0]
    lines = {module[name] for name in needed & set(module) if name not in GIVEN}
    lines = {one for one in lines if not one.startswith(f"from {package}")}
    source = "\n\n".join(["\n".join(sorted(lines)), source]).lstrip("\n")
    if source.count("\n") >= LONGEST:
        return None
    return Slip(source, family)


def _helpers(
    text: str, source: str, own: set[str], known: dict[str, ast.stmt]
) -> dict[str, str] | None:
    """What the source uses of its module, in the module's order.

    None where that is the reference, or a helper with settings: with those the author switches
    from mistake to mistake, and no learner writes one.
    """
    waiting, found = module_names(source) - GIVEN - own, dict[str, str]()
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            if isinstance(helper := known[name], ast.FunctionDef) and helper.args.defaults:
                return None
            found[name] = _without_docstring(text, known[name])
            waiting |= module_names(found[name]) - GIVEN - set(found)
            if own & (module_names(found[name]) | waiting):
                return None
    return {name: found[name] for name in known if name in found}


def _whole_class(
    text: str, node: ast.ClassDef, known: dict[str, ast.stmt]
) -> tuple[str, frozenset[str]]:
    """The class with what it inherits from its module written into it, and from which classes.

    Empty where a method asks for what another class of the module does.
    """
    line = [node]
    while parent := _parent(line[-1], known):
        line.append(parent)
    family, root = frozenset(one.name for one in line[1:]), line[-1]
    if any(_asks_parent(one) for one in line[:-1]):
        return "", family
    members: dict[str, ast.stmt] = {}
    for one in reversed(line):
        members.update({name: part for part in one.body for name in bound_names(part)})
    order = sorted(
        members, key=lambda one: (isinstance(members[one], Definition), one != "__init__")
    )
    bodies = "\n\n".join(_without_docstring(text, members[name]) for name in order)
    bases = [ast.unparse(base) for base in root.bases]
    for base in bases:  # In its own class, Keras' part is the parent.
        bodies = re.sub(rf"\b{re.escape(base)}\.(\w+)\(self(?:, )?", r"super().\1(", bodies)
    decorators = [f"@{ast.unparse(one)}" for one in root.decorator_list]
    head = f"class {node.name}({', '.join(bases)}):" if bases else f"class {node.name}:"
    return "\n".join([*decorators, head, bodies]) if bodies else "", family


def _parent(node: ast.ClassDef, known: dict[str, ast.stmt]) -> ast.ClassDef | None:
    names = [base.id for base in node.bases if isinstance(base, ast.Name)]
    parents = (known.get(name) for name in names)
    return next((one for one in parents if isinstance(one, ast.ClassDef)), None)


def _asks_parent(statement: ast.stmt) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "super" for one in ast.walk(statement))


def _without_docstring(text: str, statement: ast.stmt) -> str:
    """A statement's lines without docstring, remarks and nbgrader's marks."""
    lines = text.splitlines()
    if isinstance(statement, Definition) and ast.get_docstring(statement) is not None:
        first = statement.body[0]
        for at in range(first.lineno - 1, first.end_lineno or first.lineno):
            lines[at] = "\0"
    shown = statement_text("\n".join(lines), statement)
    kept = [
        line
        for line in without_marks(shown).splitlines()
        if "\0" not in line and not line.lstrip().startswith("#")
    ]
    return "\n".join(kept).rstrip()
