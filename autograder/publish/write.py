"""Writes the notebooks of all chapters, or says which of them differ from what would be written."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from autograder.catalogue import Chapter, Course, load_course
from autograder.publish.execute import KEY, content_hash, execute
from autograder.publish.notebooks import build_solution, build_source, build_student

Notebook = Any
NOTEBOOKS, SOLUTIONS = "notebooks", "solutions"
_GENERATED = re.compile(r"\d\d_\w+\.ipynb")


def publish(root: Path, check: bool = False, course: Course | None = None) -> list[str]:
    """Regenerates `notebooks/` and `solutions/` under a folder.

    A solved notebook is executed only when its sources or the course's code changed.

    Args:
        root: The folder that holds `notebooks/` and `solutions/`.
        check: Write and execute nothing; executed outputs are not compared.
        course: The course; None finds the installed one.

    Returns:
        The paths, relative to root, that were written, or that differ when checking.

    Raises:
        CourseError: If a lesson cannot be published; nothing of its chapter is written then.
    """
    course = course or load_course()
    changed = []
    for chapter in course.pages:
        source = build_source(course, chapter)
        student = f"{NOTEBOOKS}/{chapter.notebook}.ipynb"
        if _put(root / student, text_of(build_student(source)), check):
            changed.append(student)
        solved = f"{SOLUTIONS}/{chapter.notebook}.ipynb"
        if _put_solution(root / solved, _solution(course, chapter), check):
            changed.append(solved)
    return changed + _strays(root, course, check)


def text_of(notebook: Notebook) -> str:
    """A notebook as the text of its file, the same each time."""
    import nbformat

    return str(nbformat.writes(notebook, version=nbformat.NO_CONVERT)).rstrip("\n") + "\n"


def _solution(course: Course, chapter: Chapter) -> Notebook:
    notebook = build_solution(build_source(course, chapter, guessed=True))
    notebook.metadata[KEY] = {"content": content_hash(notebook, course, chapter)}
    return notebook


def _put(path: Path, text: str, check: bool) -> bool:
    """Writes the text where it differs. Returns whether it does."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return True


def _put_solution(path: Path, notebook: Notebook, check: bool) -> bool:
    """Executes and writes the solved notebook where it differs but for outputs."""
    if path.is_file() and _bare(path.read_text(encoding="utf-8")) == _bare(text_of(notebook)):
        return False
    if not check:
        executed = execute(notebook, f"{SOLUTIONS}/{path.name}")
        _put(path, text_of(executed), check=False)
    return True


def _bare(text: str) -> Any:
    """What a notebook's file holds besides outputs; None where it is no notebook."""
    import nbformat

    try:
        notebook = copy.deepcopy(nbformat.reads(text, as_version=nbformat.NO_CONVERT))
        for cell in notebook.cells:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
    except Exception:
        return None
    return notebook


def _strays(root: Path, course: Course, check: bool) -> list[str]:
    """Generated notebooks of chapters that are no more: removed, or named when checking."""
    expected = {f"{chapter.notebook}.ipynb" for chapter in course.pages}
    found = []
    for folder in (NOTEBOOKS, SOLUTIONS):
        for path in sorted((root / folder).glob("*.ipynb")):
            if _GENERATED.fullmatch(path.name) and path.name not in expected:
                found.append(f"{folder}/{path.name}")
                if not check:
                    path.unlink()
    return found
