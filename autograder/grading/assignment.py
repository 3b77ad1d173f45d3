"""An assignment as its source says: the notebooks students got, and the exercises that are graded.

The source decides. Whatever a submission did to its cells changes neither exercises nor points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.catalogue import Course
from autograder.errors import TapeworkError

Notebook = Any
CHECK = "-check"


@dataclass(frozen=True)
class Released:
    """One notebook of an assignment, as students get it, and the points of its exercises."""

    name: str
    notebook: Notebook
    points: Mapping[str, float]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.ipynb"


def course_directory(config: Any) -> Any:
    """nbgrader's own view of a course directory, which knows where everything lies."""
    from nbgrader.coursedir import CourseDirectory

    return CourseDirectory(config=config)


def nbgrader_config(course: Path) -> Any:
    """The settings in the course directory's nbgrader_config.py.

    Raises:
        TapeworkError: If there are none.
    """
    from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader

    try:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()
    except ConfigFileNotFound:
        raise TapeworkError(
            f"{course} is no course directory: expected nbgrader_config.py in it. Make one with "
            "`tapework course init DIR`, or name yours with --course DIR."
        ) from None
    config.CourseDirectory.root = str(course)
    return config


def read_assignment(directory: Any, assignment: str, course: Course) -> list[Released]:
    """The notebooks of an assignment, from its source.

    Args:
        directory: nbgrader's CourseDirectory.
        assignment: The assignment's name.
        course: The course whose exercises are graded.

    Raises:
        TapeworkError: If there is no such assignment.
    """
    source = Path(directory.format_path(directory.source_directory, ".", assignment))
    paths = sorted(source.glob("*.ipynb"))
    if not paths:
        raise TapeworkError(
            f"There is no assignment {assignment!r}: expected notebooks in source/{assignment}/."
        )
    return [_released(path, path.stat().st_mtime_ns, course.package) for path in paths]


@cache
def _released(path: Path, changed: int, package: str) -> Released:
    import nbformat

    from autograder.catalogue import load_course
    from autograder.publish.notebooks import build_student

    notebook = build_student(nbformat.read(path, as_version=4))
    known = load_course(package).exercises
    points = {}
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        name = str(marks.get("grade_id", "")).removesuffix(CHECK)
        if marks.get("grade") and name in known and f"{name}{CHECK}" == marks["grade_id"]:
            points[name] = float(marks["points"])
    return Released(path.stem, notebook, points)
