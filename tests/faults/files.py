"""Something else lies where the notebook should be."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

from faults.fault import FILE, Answers, Fault, Notebook, filled, put, written

PAGE = "<!DOCTYPE html>\n<html><head><title>02_losses.ipynb</title></head><body></body></html>\n"
NO_NOTEBOOK = r"no notebook|not a notebook|not JSON"


def empty(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, "")


def directory(folder: Path, released: Notebook, answers: Answers) -> None:
    (folder / FILE).mkdir(parents=True)


def named_pipe(folder: Path, released: Notebook, answers: Answers) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / FILE)


def empty_folder(folder: Path, released: Notebook, answers: Answers) -> None:
    folder.mkdir(parents=True)


def file_for_folder(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder.parent, filled(released, answers), folder.name)


def unreadable(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers)).chmod(0)


def zipped(text: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FILE, text)
    return memory.getvalue()


def merge_conflict(text: str) -> str:
    first, *rest = text.split("\n", 1)
    return "\n".join([first, "<<<<<<< HEAD", "=======", ">>>>>>> mine", *rest])


FAULTS = [
    Fault("not-json", "The file holds a sentence.",
          written(lambda text: "My answers are in the e-mail.\n"), None, NO_NOTEBOOK),
    Fault("json-object", "The file is JSON, but no notebook.",
          written(lambda text: '{"answers": [1, 2]}'), None, NO_NOTEBOOK),
    Fault("json-list", "The file is a JSON list.", written(lambda text: "[]"), None, NO_NOTEBOOK),
    Fault("json-null", "The file is JSON's null.", written(lambda text: "null"), None, NO_NOTEBOOK),
    Fault("json-number", "The file is a number.", written(lambda text: "42"), None, NO_NOTEBOOK),
    Fault("empty-file", "The file is empty.", empty, None, rf"empty|{NO_NOTEBOOK}"),
    Fault("truncated", "The upload stopped half way.",
          written(lambda text: text[: len(text) // 2]), None, NO_NOTEBOOK),
    Fault("web-page", "The web page round the notebook was saved, not the notebook.",
          written(lambda text: PAGE), None, NO_NOTEBOOK),
    Fault("zipped", "The file is a zip archive under the notebook's name.",
          written(zipped), None, rf"UTF-8|{NO_NOTEBOOK}"),
    Fault("merge-conflict", "git's conflict marks stand in the file.",
          written(merge_conflict), None, NO_NOTEBOOK),
    Fault("directory", "A folder bears the notebook's name.", directory, None,
          r"folder|directory|not a file|not handed in"),
    Fault("named-pipe", "A named pipe bears the notebook's name; who reads it waits for ever.",
          named_pipe, None, r"not a file|no file|ordinary|regular|not handed in"),
    Fault("empty-folder", "The folder is empty.", empty_folder, None,
          r"not handed in|no notebook|empty|missing"),
    Fault("file-for-folder", "The notebook itself bears the assignment folder's name.",
          file_for_folder, None, r"folder|directory|not handed in"),
    # The superuser may read everything: there it must simply be graded.
    Fault("unreadable", "Nobody may read the file.", unreadable,
          *((None, r"permission|may not be read|cannot be read|could not be read")
            if os.geteuid() else ())),
]  # fmt: skip
