"""Notices when a ready-made stand-in runs, by whatever name or detour it was reached.

The function object itself is changed (its `__code__`), so an alias, `getattr` with a name pieced
together or a subclass leads to the same place. Only done in a process that is thrown away.
"""

from __future__ import annotations

import inspect
import types
import warnings
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from autograder.errors import CourseError


def watch(names: Iterable[str], used: list[str]) -> None:
    """Adds a name to `used` whenever the function or class that it names is run.

    Args:
        names: Dotted names of functions or classes, such as `keras.losses.Huber`.
        used: Grows by each name at its first use.

    Raises:
        CourseError: If a name leads to nothing.
    """
    for name in names:
        target = _resolve(name)
        functions = _functions_of(target) if inspect.isclass(target) else [_plain(target)]
        for function in functions:
            if isinstance(function, types.FunctionType):
                _intercept(function, name, used)


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
    raise CourseError(f"A forbidden stand-in {name!r} does not exist: correct its name.")


def _plain(target: Any) -> Any:
    """The Python function behind a traced one."""
    return getattr(target, "python_function", target)


def _functions_of(target: type) -> list[Any]:
    """The methods that the class itself defines and that its use must run."""
    found = [target.__dict__.get(name) for name in ("__init__", "__call__", "call")]
    return [_plain(one) for one in found if one is not None]


def _intercept(function: types.FunctionType, name: str, used: list[str]) -> None:
    original = types.FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    original.__kwdefaults__ = function.__kwdefaults__

    def noticed(*args: Any, **kwargs: Any) -> Any:
        if name not in used:
            used.append(name)
        return original(*args, **kwargs)

    function.__code__ = _forwarding_code(function, noticed)


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
