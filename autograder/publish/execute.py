"""Executes a solved notebook in a fresh kernel and keeps only the outputs that stay the same."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from autograder.catalogue import Chapter, Course
from autograder.errors import CourseError
from autograder.predicting import WRONG
from autograder.publish.notebooks import METADATA

Notebook = Any
KEY = "tapework"
TIMEOUT = 600  # seconds for one cell
_WIDGET = "application/vnd.jupyter.widget-view+json"
_CELL_FILE = re.compile(r"/[^\s'\"]*?ipykernel_\d+/\d+\.py")
MISSED = f'data-prediction="{WRONG}"'
_POINTER = re.compile(r"\b0x[0-9a-f]{6,}\b")


def content_hash(notebook: Notebook, course: Course, chapter: Chapter) -> str:
    """Changes with the notebook's sources and with the course's code that they can use.

    That is the chapter's own code, the modules that all chapters share, and other chapters that
    any of it names.
    """
    digest = hashlib.sha256()
    text = ""
    for cell in notebook.cells:
        digest.update(f"{cell.cell_type}\0{cell.source}\0{cell.metadata}\0".encode())
        text += cell.source
    waiting, done = {"", chapter.name}, set[str]()
    known = {one.name for one in course.chapters}
    while waiting:
        name = min(waiting)
        done.add(name)
        for path in sorted((course.folder / name).glob("*.py")):
            if not name and path.name == "__init__.py":
                continue  # The list of the chapters: one more changes no other's notebook.
            code = path.read_text(encoding="utf-8")
            digest.update(f"{name}/{path.name}\0{code}\0".encode())
            text += code
        named = set(re.findall(rf"\b{re.escape(course.package)}\.(\w+)", text))
        waiting = (waiting | (named & known)) - done
    return digest.hexdigest()


def execute(notebook: Notebook, name: str) -> Notebook:
    """Runs all cells, demonstrations included, and cleans what they put out.

    Args:
        notebook: The solved notebook; its outputs are filled in.
        name: What to call it in a message.

    Raises:
        CourseError: If a cell fails, takes too long, or ends its kernel.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    at = [0]

    def remember(cell: Any, cell_index: int) -> None:
        at[0] = cell_index

    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=TIMEOUT,
            startup_timeout=180,
            iopub_timeout=60,
            record_timing=False,
            coalesce_streams=True,
            skip_cells_with_tag="",
            on_cell_start=remember,
            extra_arguments=["--log-level=40"],
            resources={"metadata": {"path": folder}},
        )
        try:
            # What the checks store about a learner's progress must not mix with the author's own.
            client.execute(env={**os.environ, "TAPEWORK_HOME": folder, "PYTHONHASHSEED": "0"})
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            cell = notebook.cells[at[0]]
            raise CourseError(f"{name}: cell {cell.id!r} {_what_happened(error)}.") from None
        for cell in notebook.cells:
            _clean(cell, folder)
            if MISSED in str(cell.get("outputs", "")):
                raise CourseError(f"{name}: cell {cell.id!r} predicts what does not happen.")
    notebook.metadata = {**METADATA, KEY: notebook.metadata.get(KEY, {})}
    return notebook


def _what_happened(error: Exception) -> str:
    kind = type(error).__name__
    if kind == "CellTimeoutError":
        return f"ran for more than {TIMEOUT} s"
    if kind == "DeadKernelError":
        return "ended its kernel"
    name, value = getattr(error, "ename", kind), str(getattr(error, "evalue", error))
    return f"failed when executed ({name}: {' '.join(value.split())[:300]})"


def _clean(cell: Any, folder: str) -> None:
    cell.metadata.pop("execution", None)
    if cell.cell_type != "code":
        return
    kept = []
    for output in cell.outputs:
        data = output.get("data", {})
        if _WIDGET in data:
            # A widget lives in its kernel only; the static picture beside it stays.
            continue
        output.pop("transient", None)
        for key, value in list(data.items()):
            if key.startswith("text/") and isinstance(value, str):
                data[key] = _same_everywhere(value, folder)
        if "text" in output:
            output["text"] = _same_everywhere(output["text"], folder)
        if "traceback" in output:
            output["traceback"] = [_same_everywhere(line, folder) for line in output["traceback"]]
        kept.append(output)
    cell.outputs = kept


def _same_everywhere(text: str, folder: str) -> str:
    """The text without memory addresses and without paths of the machine that made it."""
    text = _CELL_FILE.sub("<cell>", text)
    text = text.replace(folder, ".").replace(sys.prefix, "…").replace(str(Path.home()), "~")
    return _POINTER.sub("0x…", text)
