"""Notices when a ready-made stand-in runs, or closes it, by whatever name it is reached.

The function object itself is changed (its `__code__`), so an alias, `getattr` with a name pieced
together or a subclass leads to the same place. What is closed cannot be run at all: the process
forgets its code, and gets it back only from somebody who sends it. Only done in a process that is
thrown away.
"""

from __future__ import annotations

import inspect
import marshal
import re
import types
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.operations import close_operation

OLD_KERAS = "tensorflow.python."
COMPILED = "tensorflow.raw_ops."
REFUSED = re.compile(r"`([\w.]+)` is closed while your own is graded")


class StandInClosed(TapeworkError):
    """A stand-in was called where it is closed."""


def watch(names: Iterable[str], used: list[str]) -> None:
    """Adds a name to `used` whenever the function or class that it names is run.

    Args:
        names: Dotted names of functions or classes, such as `keras.losses.Huber`.
        used: Grows by each name at its first use.
    """
    for name in names:
        for function in functions_of(name):
            _notice(function, name, used)


def close(names: Iterable[str], used: list[str]) -> None:
    """Takes the code away from functions and classes; a call raises StandInClosed and is noted.

    A compiled operation (`tensorflow.raw_ops.…`) stays closed: it is not opened again.

    Args:
        names: Dotted names of functions or classes.
        used: Grows by each name at its first use.
    """
    for name in names:
        for function in functions_of(name):
            function.__code__ = _forwarding_code(function, _refusing(name, used))
        if name.startswith(COMPILED):
            close_operation(name.removeprefix(COMPILED), partial(_note, name, used), _told(name))


def code_of(name: str) -> list[bytes]:
    """The code of what a name stands for, for `open_again` in another process of this Python."""
    return [marshal.dumps(function.__code__) for function in functions_of(name)]


def open_again(name: str, code: Sequence[bytes]) -> None:
    """Gives a closed function or class its code back.

    Args:
        name: Its dotted name.
        code: As `code_of` gives it.
    """
    for function, one in zip(functions_of(name), code, strict=True):
        function.__code__ = marshal.loads(one)


def files_of(name: str) -> set[Path]:
    """The files in which the code of what a name stands for can be read."""
    innermost = [one for one in functions_of(name) if not hasattr(one, "__wrapped__")]
    sources = {one.__code__.co_filename for one in innermost}
    files = {Path(one) for source in sources for one in (source, cache_from_source(source))}
    return {one for one in files if one.is_file()}


def functions_of(name: str) -> list[types.FunctionType]:
    """The Python functions that run when a function or an object of a class is used.

    TensorFlow carries an old copy of Keras: its function or class of the same name is among them.
    There are none where an older TensorFlow or Keras does not have the name yet.
    """
    names = [name, OLD_KERAS + name] if name.startswith("keras.") else [name]
    found: list[types.FunctionType] = []
    for one in filter(None, map(_resolve, names)):
        for member in list(vars(one).values()) if inspect.isclass(one) else [one]:
            function = getattr(member, "python_function", member)
            # Decorated functions lie in one another, each reachable from the next.
            while isinstance(function, types.FunctionType) and function not in found:
                found.append(function)
                function = getattr(function, "__wrapped__", None)
    return found


def _resolve(name: str) -> Any:
    parts = name.split(".")
    for split in range(len(parts) - 1, 0, -1):
        try:
            found: Any = import_module(".".join(parts[:split]))
            for part in parts[split:]:
                found = getattr(found, part)
            return found
        except (ImportError, AttributeError):
            continue
    return None


def _notice(function: types.FunctionType, name: str, used: list[str]) -> None:
    original = types.FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    original.__kwdefaults__ = function.__kwdefaults__

    def noticed(*args: Any, **kwargs: Any) -> Any:
        _note(name, used)
        return original(*args, **kwargs)

    function.__code__ = _forwarding_code(function, noticed)


def _refusing(name: str, used: list[str]) -> Callable[..., Any]:
    def refuse(*args: Any, **kwargs: Any) -> Any:
        _note(name, used)
        raise StandInClosed(_told(name))

    return refuse


def _note(name: str, used: list[str]) -> None:
    if name not in used:
        used.append(name)


def _told(name: str) -> str:
    return f"`{name}` is closed while your own is graded."


def _forwarding_code(function: types.FunctionType, hook: Callable[..., Any]) -> types.CodeType:
    """Code with the same free variables and parameters that hands all arguments to the hook.

    Keras inspects the signatures of a layer's methods, so they must stay as they are.
    """
    free = function.__code__.co_freevars
    taken, handed = _parameters(function)
    outer = "".join(f"    {name} = None\n" for name in free)
    keep = f"        ({', '.join(free)},)\n" if free else ""
    source = (
        f"def outer():\n{outer}    def forward({taken}):\n{keep}"
        f"        return 'hook'({handed})\n    return forward\n"
    )
    scope: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        exec(source, scope)
    code: types.CodeType = scope["outer"]().__code__
    constants = tuple(hook if constant == "hook" else constant for constant in code.co_consts)
    return code.replace(co_consts=constants)


def _parameters(function: types.FunctionType) -> tuple[str, str]:
    """The parameters as they stand in a `def` without defaults, and as they are handed on."""
    code = function.__code__
    count, only_position = code.co_argcount, code.co_posonlyargcount
    plain = list(code.co_varnames[:count])
    by_keyword = list(code.co_varnames[count : count + code.co_kwonlyargcount])
    rest = list(code.co_varnames[count + len(by_keyword) :])
    taken = [*plain[:only_position], *(["/"] if only_position else []), *plain[only_position:]]
    handed = list(plain)
    if code.co_flags & inspect.CO_VARARGS:
        many = f"*{rest.pop(0)}"
        taken.append(many)
        handed.append(many)
    elif by_keyword:
        taken.append("*")
    taken += by_keyword
    handed += [f"{name}={name}" for name in by_keyword]
    if code.co_flags & inspect.CO_VARKEYWORDS:
        named = f"**{rest.pop(0)}"
        taken.append(named)
        handed.append(named)
    return ", ".join(taken), ", ".join(handed)
