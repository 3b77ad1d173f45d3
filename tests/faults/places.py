"""The notebook lies elsewhere, under another name, behind a link, or among other files."""

from __future__ import annotations

import json
from pathlib import Path

from faults.fault import (
    FILE,
    FREE,
    Answers,
    Build,
    Fault,
    Notebook,
    filled,
    own_cell,
    put,
)

WITNESS = "0-witness"  # a student with full marks, whose work must not count for another


def under(*names: str) -> Build:
    """The solved notebook, once under each of these names."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        for name in names:
            put(folder, filled(released, answers), name)

    return build


def link(target: str) -> Build:
    """A symbolic link in the notebook's place."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        folder.mkdir(parents=True)
        (folder / FILE).symlink_to(target)

    return build


def linked_folder(folder: Path, released: Notebook, answers: Answers) -> None:
    folder.parent.mkdir(parents=True)
    folder.symlink_to(Path("..", WITNESS, folder.name), target_is_directory=True)


def untouched(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, {}))


def blank_copy_beside(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers))
    put(folder, filled(released, {}), "02_losses-Copy1.ipynb")


def another_notebook(folder: Path, released: Notebook, answers: Answers) -> None:
    cells = [own_cell("import numpy as np"), own_cell("def precision(y_true, y_pred):\n    pass")]
    put(folder, {**filled(released, {}), "cells": cells})


def other_files(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers))
    for name in ("data.csv", ".DS_Store", "Thumbs.db", "model.keras", "__pycache__/a.pyc"):
        put(folder, b"\x00\x01\x02, 3\n", name)
    put(folder, "x", "__MACOSX/._02_losses.ipynb")
    put(folder, "raise RuntimeError('imported')\n", "random.py")
    put(folder, json.dumps({"cells": []}), ".ipynb_checkpoints/02_losses-checkpoint.ipynb")


def thousand_files(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers))
    for number in range(1000):
        put(folder, f"{number}\n", f"data/{number:04}.txt")


def looped_folder(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers))
    (folder / "here").symlink_to(".", target_is_directory=True)


def own_module(folder: Path, released: Notebook, answers: Answers) -> None:
    source = f"from my_functions import one\n\n\n{answers['softplus'].replace('1.0', 'one()')}"
    put(folder, filled(released, {**answers, "softplus": source}))
    put(folder, "def one():\n    return 1.0\n", "my_functions.py")


LINK = r"symbolic link|\blink\b|points (in)?to"
FAULTS = [
    Fault("renamed-by-browser", "A browser numbered a second download.",
          under("02_losses (1).ipynb"), problem=r"02_losses \(1\)\.ipynb", refusal=True),
    Fault("renamed-final", "The student renamed the notebook.",
          under("02_losses-final.ipynb"), problem=r"02_losses-final\.ipynb", refusal=True),
    Fault("renamed-txt", "Windows appended .txt.",
          under("02_losses.ipynb.txt"), problem=r"02_losses\.ipynb\.txt", refusal=True),
    Fault("renamed-capitals", "The name is in capitals.",
          under("02_LOSSES.IPYNB"), problem=r"(?-i:02_LOSSES\.IPYNB)", refusal=True),
    Fault("two-renamed", "Two notebooks, neither under the right name.",
          under("02_losses-final.ipynb", "02_losses-final2.ipynb"),
          problem=r"02_losses-final2?\.ipynb", refusal=True),
    Fault("blank-copy-beside", "The solved notebook, and a blank copy beside it.",
          blank_copy_beside, problem=FREE),
    Fault("in-subfolder", "The notebook lies one folder too deep.",
          under(f"losses/{FILE}"), problem=rf"losses/losses(/{FILE})?", refusal=True),
    Fault("link-to-another", "The notebook is a link to another student's.",
          link(f"../../{WITNESS}/losses/{FILE}"), None, LINK),
    Fault("link-to-system", "The notebook is a link to a file of the system.",
          link("/etc/passwd"), None, LINK),
    Fault("link-dangling", "The notebook is a link to nowhere.",
          link("/home/student/02_losses.ipynb"), None, rf"{LINK}|not handed in"),
    Fault("link-to-itself", "The notebook is a link to itself.",
          link(FILE), None, rf"{LINK}|not handed in"),
    Fault("folder-linked", "The assignment's folder is a link to another student's.",
          linked_folder, None, LINK),
    Fault("untouched", "The released notebook came back as it was.", untouched, frozenset()),
    Fault("another-notebook", "Another notebook bears the right name.", another_notebook, None,
          r"not the released notebook|none of its (cells|exercises)"),
    Fault("other-files", "Files that have nothing to do with it lie beside the notebook.",
          other_files),
    Fault("thousand-files", "A folder of a thousand files lies beside the notebook.",
          thousand_files),
    Fault("looped-folder", "A link beside the notebook leads back to its own folder.",
          looped_folder, problem=FREE),
    Fault("own-module", "A solution imports the student's module, which was handed in too.",
          own_module, problem=FREE, may=frozenset({"softplus"})),
]  # fmt: skip
