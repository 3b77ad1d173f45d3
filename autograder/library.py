"""The learner's own library: what passed its check is kept, and imported in later chapters."""

from __future__ import annotations

import ast
import contextlib
import linecache
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.files import replace_file
from autograder.names import bound_names, module_names, statement_text
from autograder.progress import Progress

# What the set-up cell gives every cell of a notebook.
HEAD = "import math\n\nimport keras\nimport numpy as np\nimport tensorflow as tf\n"
GIVEN = {"math", "keras", "np", "tf"}
PACKAGE = "mine"


def folder() -> Path:
    """Where the parts lie: beside the learner's progress."""
    return Progress().path.parent / "library"


def keep(name: str, cells: Sequence[str]) -> None:
    """Keeps a part with everything of the notebook's that it needs, as a file that stands alone.

    Args:
        name: What the notebook calls it.
        cells: The sources of the cells that ran, in their order.
    """
    source = standing_alone(name, cells)
    if not source or not Progress().active:
        return
    with contextlib.suppress(OSError):
        replace_file(_file(name), source.encode())


def standing_alone(name: str, cells: Sequence[str]) -> str:
    """The definition of a name and of all that it uses, each as it was defined last.

    Returns:
        Python source with its imports; empty where the name is not defined in the cells.
    """
    found: dict[tuple[int, int], str] = {}
    waiting, done = [name], set(GIVEN)
    while waiting:
        wanted = waiting.pop()
        if wanted in done:
            continue
        done.add(wanted)
        for place, text in _definition(wanted, cells).items():
            found[place] = text
            waiting += module_names(text)
    if not found:
        return ""
    return "\n\n".join([HEAD, *(found[place] for place in sorted(found))]) + "\n"


def _definition(name: str, cells: Sequence[str]) -> dict[tuple[int, int], str]:
    """The statements that bind a name in the last cell that does, by cell and line."""
    for index in reversed(range(len(cells))):
        try:
            body = ast.parse(cells[index]).body
        except SyntaxError:
            continue  # A magic or a shell command: no definition of a part.
        found = {
            (index, one.lineno): statement_text(cells[index], one)
            for one in body
            if name in bound_names(one)
        }
        if found:
            return found
    return {}


def parts() -> list[str]:
    """The names of all parts that are kept."""
    return sorted(path.stem for path in folder().glob("*.py"))


def part(name: str) -> Any:
    """A part, from its file.

    Raises:
        ImportError: If it was never made, or its file no longer runs.
    """
    path, source = _file(name), _source(name)
    module = types.ModuleType(f"{PACKAGE}.{name}")
    module.__file__ = str(path)
    # AutoGraph and error messages read the source from here.
    linecache.checkcache(str(path))
    try:
        exec(compile(source, str(path), "exec"), module.__dict__)
        return module.__dict__[name]
    except Exception as error:
        raise ImportError(
            f"Your {name!r} no longer runs ({type(error).__name__}: {error}). Run its cell and "
            "its check again."
        ) from error


def write(*names: str) -> Any:
    """Puts the sources of parts into the cell that calls this, so that a notebook stands alone.

    Args:
        names: The parts, for example `write("mixture_nll", "MyDense")`.

    Raises:
        ImportError: If one of them was never made.
    """
    bodies = [_source(name).removeprefix(HEAD).strip("\n") for name in names]
    text = "\n\n\n".join([HEAD.rstrip("\n"), *dict.fromkeys(bodies)])
    with contextlib.suppress(ImportError, AttributeError):
        from IPython.core.getipython import get_ipython

        get_ipython().set_next_input(text, replace=True)
        return None
    return text


def _file(name: str) -> Path:
    return folder() / f"{name}.py"


def _source(name: str) -> str:
    try:
        return _file(name).read_text(encoding="utf-8")
    except OSError:
        raise ImportError(_missing(name)) from None


def _missing(name: str) -> str:
    from autograder.catalogue import load_course

    try:
        exercise = load_course().exercise(name)
    except TapeworkError as error:
        return str(error)
    notebook = load_course().chapter(exercise.chapter).notebook
    return (
        f"You have no {name!r} yet. It is an exercise of {notebook}.ipynb: once its check passes, "
        "it is kept."
    )
