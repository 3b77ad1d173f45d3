"""Reads a submitted notebook: with patience for what editors do to it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.grading.assignment import Released

Notebook = Any
MAX_BYTES = 100_000_000
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
CODE, MARKDOWN, RAW = "code", "markdown", "raw"


class SubmissionError(TapeworkError):
    """A submission that cannot be graded; the message names its file and says why."""


def find_submission(folder: Path, released: Released, shown: str) -> tuple[Path, str]:
    """The file of a submitted notebook, and a remark where it bears another name.

    Args:
        folder: What a student handed in.
        released: The notebook that is looked for.
        shown: How to name the folder in a message.

    Raises:
        SubmissionError: If there is none, or it is a link.
    """
    path = folder / released.file
    if folder.is_symlink() or path.is_symlink():
        raise SubmissionError(f"{shown}/{released.file}: is a link; ask for the file itself.")
    if path.is_file():
        return path, ""
    if path.exists():
        raise SubmissionError(f"{shown}/{released.file}: is no file; ask for it again.")
    others = [one for one in notebooks_in(folder) if one.is_file()]
    others = [one for one in others if not one.is_symlink() and _resembles(one, released)]
    if len(others) == 1:
        name = others[0].relative_to(folder)
        return others[0], f"{shown}/{name}: was taken for {released.file}."
    names = ", ".join(str(one.relative_to(folder)) for one in others)
    also = f"; there are {names}: rename the right one" if others else "; ask for it"
    raise SubmissionError(f"{shown}/{released.file}: was not handed in{also}.")


def notebooks_in(folder: Path) -> list[Path]:
    """All that may be a notebook in a folder, by name: files, links and folders.

    `.IPYNB`, `.ipynb.txt` and `.ipynb.json` are what systems and browsers make of the ending.
    """
    return [one for one in sorted(folder.rglob("*")) if ".ipynb" in one.name.lower()]


def read_submission(path: Path, shown: str) -> Notebook:
    """Reads a submitted notebook in any format; outputs are left out.

    Args:
        path: Its file.
        shown: How to name the file in a message.

    Raises:
        SubmissionError: If it cannot be read as a notebook.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise SubmissionError(f"{shown}: could not be read ({error.strerror}).") from None
    if size > MAX_BYTES:
        raise SubmissionError(f"{shown}: has more than {MAX_BYTES // 10**6} MB; clear its outputs.")
    if not data.strip():
        raise SubmissionError(f"{shown}: is empty; ask for it again.")
    try:
        tree = json.loads(data.decode("utf-8-sig"))
        return normalised(tree)
    except UnicodeDecodeError:
        raise SubmissionError(f"{shown}: is no text in UTF-8; save it as a notebook.") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:100]
        kind = type(error).__name__
        raise SubmissionError(
            f"{shown}: is no notebook ({kind}: {reason}); ask for it again."
        ) from None


def normalised(tree: Any) -> Notebook:
    """A notebook of format 4 from any notebook's JSON: texts and grade ids, nothing else.

    Raises:
        ValueError: If it is no notebook, or a newer format.
    """
    import nbformat
    from nbformat import v4

    if not isinstance(tree, dict) or not isinstance(tree.get("nbformat"), int):
        raise ValueError("expected a notebook's JSON object")
    if tree["nbformat"] > v4.nbformat:
        raise ValueError(f"its format {tree['nbformat']} is newer than {v4.nbformat}, save as 4")
    if tree["nbformat"] < v4.nbformat:
        tree = nbformat.convert(nbformat.from_dict(tree), v4.nbformat)
    cells = tree.get("cells")
    if not isinstance(cells, list):
        raise ValueError("expected a list of cells")
    found = [_cell(cell) for cell in cells if isinstance(cell, dict)]
    return v4.new_notebook(cells=found)


def _resembles(path: Path, released: Released) -> bool:
    try:
        text = path.read_bytes()[:MAX_BYTES]
    except OSError:
        return False
    return any(name.encode() in text for name in released.points)


def _cell(cell: dict[str, Any]) -> Any:
    from nbformat import v4

    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    source = source if isinstance(source, str) else ""
    # Lone surrogates are valid JSON and no valid text: nothing could be written with them.
    source = source.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    kept = {"nbgrader": {"grade_id": grade_id}} if isinstance(grade_id, str) else {}
    kind = cell.get("cell_type")
    makers = {CODE: v4.new_code_cell, MARKDOWN: v4.new_markdown_cell}
    identity = str(cell.get("id"))
    given = {"id": identity} if CELL_ID.fullmatch(identity) else {}
    return makers.get(str(kind), v4.new_raw_cell)(source, metadata=kept, **given)
