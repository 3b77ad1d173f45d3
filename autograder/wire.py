"""Observations to bytes and back: JSON and `.npy` in one archive, read as untrusted input."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import numpy as np

from autograder.answers import Answer, Failure, Observations, Other, Plain, Several, Tensor
from autograder.errors import TapeworkError

MAX_BYTES = 64 * 2**20
MAX_DEPTH = 8
TEXT_LIMIT = 4000
MAGIC = b"\x93NUMPY\x01\x00"
# NumPy itself reads this with Python's parser, which in Python 3.11 fails now and then where
# another thread, a notebook's own for example, compiles something at that moment.
_HEADER = re.compile(
    rb"\{'descr': '([<>|][biufcmMSUV]\d+)', 'fortran_order': (False|True), "
    rb"'shape': \(([\d, ]*)\), \}\s*"
)


class MalformedObservations(TapeworkError):
    """Bytes that are no observations: whatever was meant scores zero."""


def to_bytes(observations: Observations) -> bytes:
    """Packs observations into one archive of a JSON text and plain arrays."""
    arrays: dict[str, Any] = {}
    tree = {
        "exercise": observations.exercise,
        "seed": observations.seed,
        "ended": observations.ended,
        "used": list(observations.used),
        "printed": observations.printed[:TEXT_LIMIT],
        "answers": {
            question: {label: _pack(answer, arrays) for label, answer in answers.items()}
            for question, answers in observations.answers.items()
        },
    }
    arrays["tree"] = np.frombuffer(json.dumps(tree).encode(), dtype=np.uint8)
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def from_bytes(data: bytes) -> Observations:
    """Reads observations from bytes that nobody vouches for.

    Raises:
        MalformedObservations: If the bytes are too many, or anything but what `to_bytes` writes.
    """
    try:
        return _read(data)
    except MalformedObservations:
        raise
    except Exception as error:
        raise MalformedObservations(
            f"Expected observations, received bytes that do not read as such ({error})."
        ) from None


def _read(data: bytes) -> Observations:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
            raise MalformedObservations(f"Expected at most {MAX_BYTES} bytes, received more.")
        tree = json.loads(bytes(_array(archive, "tree")))
        answers = {
            str(question): {
                str(label): _unpack(node, archive, MAX_DEPTH) for label, node in found.items()
            }
            for question, found in tree["answers"].items()
        }
        return Observations(
            exercise=str(tree["exercise"]),
            seed=int(tree["seed"]),
            answers=answers,
            ended=str(tree["ended"])[:TEXT_LIMIT],
            used=tuple(str(name) for name in tree["used"]),
            printed=str(tree["printed"])[:TEXT_LIMIT],
        )


def _array(archive: zipfile.ZipFile, key: str) -> Any:
    """An array of plain numbers or texts, as `np.savez` writes it."""
    data = archive.read(f"{key}.npy")
    start = len(MAGIC) + 2
    end = start + int.from_bytes(data[len(MAGIC) : start], "little")
    header = _HEADER.fullmatch(data, start, end) if data.startswith(MAGIC) else None
    if header is None:
        raise MalformedObservations("Expected an array of numbers or texts, received another.")
    shape = tuple(int(size) for size in header[3].replace(b",", b" ").split())
    order: Any = "F" if header[2] == b"True" else "C"
    values: Any = np.ndarray(shape, header[1].decode(), data, end, order=order)
    if values.nbytes != len(data) - end:
        raise MalformedObservations(f"Expected {values.nbytes} bytes, received {len(data) - end}.")
    return values.copy()


def _pack(answer: Answer, arrays: dict[str, Any]) -> dict[str, Any]:
    if isinstance(answer, Tensor):
        key = None
        if answer.values is not None:
            key = f"array{len(arrays)}"
            arrays[key] = answer.values
        return {
            "is": "tensor",
            "kind": answer.kind,
            "dtype": answer.dtype,
            "shape": list(answer.shape),
            "array": key,
        }
    if isinstance(answer, Plain):
        return {"is": "plain", "value": answer.value}
    if isinstance(answer, Several):
        items = [_pack(item, arrays) for item in answer.items]
        return {"is": "several", "kind": answer.kind, "items": items}
    if isinstance(answer, Failure):
        return {
            "is": "failure",
            "type": answer.type,
            "message": answer.message[:TEXT_LIMIT],
            "line": answer.line[:TEXT_LIMIT],
            "own": answer.own,
        }
    return {"is": "other", "type": answer.type}


def _unpack(node: dict[str, Any], archive: zipfile.ZipFile, depth: int) -> Answer:
    if depth == 0:
        raise MalformedObservations("Expected answers nested a few levels deep, received more.")
    match node["is"]:
        case "tensor":
            values = None if node["array"] is None else _array(archive, str(node["array"]))
            shape = tuple(None if size is None else int(size) for size in node["shape"])
            if values is not None and values.shape != shape:
                raise MalformedObservations(
                    f"Expected an array of shape {shape}, received {values.shape}."
                )
            return Tensor(str(node["kind"]), str(node["dtype"]), shape, values)
        case "plain":
            value = node["value"]
            if not isinstance(value, None | bool | int | float | str):
                raise MalformedObservations(f"Expected a plain value, received {type(value)}.")
            return Plain(value)
        case "several":
            items = tuple(_unpack(item, archive, depth - 1) for item in node["items"])
            return Several(str(node["kind"]), items)
        case "failure":
            return Failure(
                str(node["type"]),
                str(node["message"])[:TEXT_LIMIT],
                str(node["line"])[:TEXT_LIMIT],
                bool(node["own"]),
            )
        case "other":
            return Other(str(node["type"]))
    raise MalformedObservations(f"Expected a known kind of answer, received {node['is']!r}.")
