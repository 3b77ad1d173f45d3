"""Turns what a candidate returns or raises into plain answers."""

from __future__ import annotations

import linecache
import re
import traceback
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Other, Plain, Several, Tensor

MAX_ELEMENTS = 100_000
MAX_ITEMS = 1000
MESSAGE_LIMIT = 600
# What differs from run to run, and tells a learner nothing: addresses, values, bold type, nodes.
NOISE = [
    (r"0x[0-9a-f]+", "0x…"),
    (r"value=[^>]*", "value=…"),
    (r"\x1b\[[0-9;]*m", ""),
    (r"\{\{function_node [^}]*\}\}\s*", ""),
    (r"\s*\[\[\{\{node [^}]*\}\}\]\]", ""),
    (r"\s*\[Op:__[^\]]*\]", ""),
]
GRAPH_ERROR = re.compile(
    r"Graph execution error:\s+Detected at node .*? defined at \(most recent call last\):\s*"
    r"(?:<stack traces unavailable>\s*|\s*File \"[^\n]*\n(?:\n)?)*",
    re.DOTALL,
)
# AutoGraph runs what it has made of a function; the message quotes the function's own lines.
NOT_THE_CANDIDATES = (
    "site-packages", "dist-packages", "/autograder/", "/course/", "<question>", "/lib/python",
    "__autograph_generated_file",
)  # fmt: skip


class TimeLimitReached(BaseException):
    """A question took longer than it may; no `except Exception` of a candidate swallows it."""


def answer_to(action: Callable[[], Any]) -> Answer:
    """Runs the action and records its result, or the exception that it raised."""
    answer: Answer = attempt(lambda: record(action()))
    return answer


def attempt(action: Callable[[], Any]) -> Any:
    """Runs the action and returns its result as it is, or a Failure where it raised."""
    try:
        return action()
    except TimeLimitReached:
        raise
    except (Exception, SystemExit, GeneratorExit) as error:
        return failure(error)


def record(value: Any, depth: int = 4) -> Answer:
    """Plain data that describes a value: numbers with dtype and shape, or its type's name."""
    import keras
    import tensorflow as tf

    if value is None or isinstance(value, bool | int | float | str):
        return Plain(value)
    if isinstance(value, np.ndarray | np.generic):
        return _tensor("NumPy array", np.asarray(value))
    if isinstance(value, keras.Variable):
        return _tensor("keras.Variable", np.asarray(value.value))
    if isinstance(value, tf.Variable):
        return _tensor("tf.Variable", value.numpy())
    if isinstance(value, tf.Tensor):
        if not hasattr(value, "numpy"):
            return Tensor("symbolic tensor", value.dtype.name, tuple(value.shape), None)
        return _tensor("tensor", value.numpy(), value.dtype.name)
    if isinstance(value, keras.KerasTensor):
        return Tensor("Keras tensor", str(value.dtype), tuple(value.shape), None)
    if isinstance(value, tf.SparseTensor):
        parts = (value.indices, value.values, value.dense_shape)
        return Several("sparse tensor", tuple(record(one, depth - 1) for one in parts))
    if depth and isinstance(value, tf.RaggedTensor) and value.nrows() <= MAX_ITEMS:
        return Several("ragged tensor", tuple(record(row, depth - 1) for row in value))
    if depth and isinstance(value, dict) and len(value) <= MAX_ITEMS:
        entries = sorted((str(key), key) for key in value)
        found = [(text, record(value[key], depth - 1)) for text, key in entries]
        return Several("dict", tuple(Several(f"entry {text!r}", (one,)) for text, one in found))
    if depth and isinstance(value, list | tuple) and len(value) <= MAX_ITEMS:
        items = tuple(record(item, depth - 1) for item in value)
        return Several(type(value).__name__, items)
    return Other(type(value).__name__)


def _tensor(kind: str, array: Any, dtype: str | None = None) -> Answer:
    array = np.asarray(array)
    dtype = dtype or array.dtype.name
    if array.dtype.kind in "OSU":
        return _texts(kind, array) if array.size <= MAX_ITEMS else Other(f"large {kind} of strings")
    if array.size > MAX_ELEMENTS:
        return Tensor(kind, dtype, array.shape, None)
    if array.dtype.kind not in "biufc":
        array = array.astype("float32")
    return Tensor(kind, dtype, array.shape, np.array(array))


def _texts(kind: str, array: Any) -> Answer:
    if array.ndim:
        rows = tuple(
            _texts(kind, row) if row.ndim else _text(row.item()) for row in map(np.asarray, array)
        )
        return Several(f"{kind} of strings", rows)
    return Several(f"scalar {kind} of a string", (_text(array.item()),))


def _text(text: Any) -> Plain:
    return Plain(text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text))


def failure(error: BaseException) -> Failure:
    """The exception as data: type, first useful lines of its message, the candidate's line."""
    line, own = _candidates_line(error.__traceback__)
    return Failure(type(error).__name__, _message(error), line, own)


def _message(error: BaseException) -> str:
    text = GRAPH_ERROR.sub("", str(error))
    for pattern, plain in NOISE:
        text = re.sub(pattern, plain, text)
    # Keras wraps what a `call` raised in the layer's name and all its arguments.
    text = text.partition("Arguments received by")[0] or text
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and lines[0].startswith("in user code"):
        lines = [lines[-1].removeprefix(f"{type(error).__name__}: ")]
    if len(lines) > 1 and lines[0].startswith("Exception encountered when calling"):
        lines = lines[1:]
    return " ".join(lines)[:MESSAGE_LIMIT]


def _candidates_line(trace: TracebackType | None) -> tuple[str, bool]:
    text, own = "", False
    for frame in traceback.extract_tb(trace):
        own = not any(part in frame.filename for part in NOT_THE_CANDIDATES)
        if own:
            source = frame.line or linecache.getline(frame.filename, frame.lineno or 0).strip()
            text = f"line {frame.lineno}: {source}"
    return text, own


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Names of the inputs that no longer hold what they held."""
    return [
        name
        for name, value in before.items()
        if not np.array_equal(
            value, np.asarray(after[name]), equal_nan=np.asarray(value).dtype.kind in "fc"
        )
    ]
