"""The names in a piece of Python source: what it imports, and what it needs from elsewhere."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator


def imports(source: str) -> dict[str, str]:
    """Name → the import statement that binds it, wherever in the source that stands."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                one = ast.unparse(ast.Import([alias]))
                found[alias.asname or alias.name.split(".")[0]] = one
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            for alias in node.names:
                one = ast.unparse(ast.ImportFrom(node.module, [alias], node.level))
                found[alias.asname or alias.name] = one
    return found


def module_names(source: str) -> set[str]:
    """Names that the source reads from its module without binding them there."""

    def names(table: symtable.SymbolTable) -> Iterator[str]:
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            outer = not symbol.is_assigned() if top else symbol.is_global()
            if symbol.is_referenced() and outer:
                yield symbol.get_name()
        for child in table.get_children():
            yield from names(child)

    return set(names(symtable.symtable(source, "solution", "exec")))


def bound_names(statement: ast.stmt) -> set[str]:
    """The names that a module-level statement defines, imports or assigns."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        nodes = ast.walk(statement)
        return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return set()


def statement_text(source: str, statement: ast.stmt) -> str:
    """The lines of a statement in its source, decorators and comments included."""
    decorators = getattr(statement, "decorator_list", [])
    first = min(one.lineno for one in [statement, *decorators])
    return "\n".join(source.splitlines()[first - 1 : statement.end_lineno])
