"""Odd student ids, time stamps and kernels: the notebook itself is right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from faults.fault import FREE, Answers, Build, Fault, Notebook, edited, filled, put

SOLVED_NOTEBOOK = edited(lambda notebook: None)


def student(name: str, sentence: str, identity: str) -> Fault:
    return Fault(name, sentence, SOLVED_NOTEBOOK, student=identity)


def stamped(content: str | bytes) -> Build:
    """The solved notebook with a time stamp beside it, as nbgrader's collecting writes it."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        put(folder, filled(released, answers))
        put(folder, content, "timestamp.txt")

    return build


def stamp_folder(folder: Path, released: Notebook, answers: Answers) -> None:
    put(folder, filled(released, answers))
    (folder / "timestamp.txt").mkdir()


def kernel(name: str, sentence: str, metadata: Mapping[str, Any]) -> Fault:
    """The solved notebook with other metadata: which kernel and language it was written for."""
    build = edited(lambda notebook: notebook.update(metadata=dict(metadata)))
    return Fault(name, sentence, build, problem=FREE)


def spec(name: str, language: str = "python", **info: Any) -> dict[str, Any]:
    shown = {"display_name": name, "language": language, "name": name}
    return {"kernelspec": shown, "language_info": {"name": language, **info}}


FAULTS = [
    student("id-with-spaces", "A student's id has spaces.", "ann lee jones"),
    student("id-not-ascii", "A student's id has umlauts.", "zoë müller"),
    student("id-chinese", "A student's id is in Chinese.", "学生"),
    student("id-with-dot", "A student's id has dots.", "j.doe.jr"),
    student("id-with-apostrophe", "A student's id has an apostrophe.", "o'brien"),
    student("id-with-brackets", "A student's id looks like a file pattern.", "ann [2]*"),
    student("id-like-an-option", "A student's id looks like an option.", "--force"),
    student("id-with-percent", "A student's id has a percent sign.", "100%25"),
    student("id-address", "A student's id is a mail address.", "ann+tf@example.org"),
    student("id-number", "A student's id is a number.", "0012345"),
    student("id-long", "A student's id has 120 characters.", "a" * 120),
    Fault("stamp-right", "The time stamp is right.",
          stamped("2024-05-01 10:00:00.000000 UTC\n")),
    Fault("stamp-word", "The time stamp is a word.", stamped("yesterday\n"), problem=FREE),
    Fault("stamp-empty", "The time stamp is empty.", stamped(""), problem=FREE),
    Fault("stamp-binary", "The time stamp is no text.", stamped(b"\xff\xfe\x00\x80"), problem=FREE),
    Fault("stamp-impossible", "The time stamp names a day that never was.",
          stamped("2024-13-45 99:99:99"), problem=FREE),
    Fault("stamp-far", "The time stamp lies in the year 99999.",
          stamped("99999-01-01 00:00:00 UTC"), problem=FREE),
    Fault("stamp-folder", "The time stamp is a folder.", stamp_folder, problem=FREE),
    kernel("kernel-r", "The notebook asks for R.", spec("ir", "R")),
    kernel("kernel-python-2", "The notebook asks for Python 2.", spec("python2", version="2.7.18")),
    kernel("kernel-conda", "The notebook asks for an environment on the student's machine.",
           spec("conda-env-tf-py")),
    kernel("kernel-nameless", "The notebook's kernel has no name.",
           {"kernelspec": {}, "language_info": {}}),
    kernel("kernel-none", "The notebook names no kernel.", {}),
    kernel("kernel-text", "The notebook's kernel is a string.", {"kernelspec": "python3"}),
    kernel("language-null", "The notebook's language is null.",
           {"kernelspec": None, "language_info": None}),
]  # fmt: skip
