"""Makes an nbgrader course directory, with Tapework's preprocessors in nbgrader's configuration."""

from __future__ import annotations

from pathlib import Path

from autograder.catalogue import Course, load_course
from autograder.errors import CourseError
from autograder.publish.address import address_of

CONFIG = '''\
"""nbgrader's settings for this course. Run nbgrader in this directory, or `tapework grade`."""

from pathlib import Path

from autograder.grading.preprocessors import AskAndJudge, RestoreCells, SaveVerdicts
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader import preprocessors as stock

here = Path(__file__).resolve().parent
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "{course_id}"
c.CourseDirectory.root = str(here)

# Whoever finds the gradebook busy waits for a minute: nbgrader by itself gives up after 5 seconds.
c.CourseDirectory.db_url = f"sqlite:///{{here / 'gradebook.db'}}?timeout=60"

# A cell that takes longer is stopped; it loses its points and the rest of the notebook runs.
c.Execute.timeout = 30
c.Execute.interrupt_on_timeout = True
c.Execute.startup_timeout = 180
c.Execute.iopub_timeout = 60
c.Execute.extra_arguments = ["--log-level=40"]

# What a submission did to the released cells is undone; a check that was deleted comes back.
c.Autograde.sanitize_preprocessors = [
    stock.ClearOutput,
    RestoreCells,
    stock.DeduplicateIds,
    stock.OverwriteKernelspec,
    stock.OverwriteCells,
    stock.CheckCellMetadata,
]

# Submissions run confined, and are judged in a process that none of their code enters.
c.Autograde.autograde_preprocessors = [
    AskAndJudge,
    stock.IgnorePattern,
    ClearMetadataPreprocessor,
    stock.LimitOutput,
    SaveVerdicts,
    stock.AssignLatePenalties,
    stock.CheckCellMetadata,
]
'''

README = """\
# {title}: the course directory

Run these in this directory; every chapter is an assignment ({assignments}).

| command | does |
|---|---|
| `nbgrader generate_assignment {first}` | makes `release/`, what students get, from `source/` |
| `tapework grade {first}` | grades what lies in `submitted/STUDENT/{first}/{notebook}.ipynb` |
| `nbgrader autograde {first}` | the same, one submission after another |
| `nbgrader generate_feedback {first}` | writes `feedback/STUDENT/{first}/` |
| `nbgrader export` | writes `grades.csv` |
| `nbgrader formgrader` | the same in the browser, inside Jupyter |

`source/` is made by Tapework: change the lessons, not these notebooks. Points, names of students
and grades are kept in `gradebook.db`; keep copies of it.
"""


def init_course(directory: Path, course: Course | None = None) -> list[str]:
    """Makes a course directory with every chapter as an assignment, and nothing outside of it.

    Args:
        directory: Where; it must not exist yet, or be empty.
        course: The course; None finds the installed one.

    Returns:
        The paths of the files, relative to the directory.

    Raises:
        CourseError: If something is in the way, or a lesson cannot be published.
    """
    from autograder.publish.notebooks import build_source
    from autograder.publish.write import text_of

    course = course or load_course()
    if directory.is_file():
        raise CourseError(f"{directory} is a file: name a directory that is new or empty.")
    if directory.is_dir() and any(directory.iterdir()):
        raise CourseError(f"{directory} is not empty: name a directory that is new or empty.")
    address = address_of(course.package)
    name = address.distribution if address else course.package
    files = {"nbgrader_config.py": CONFIG.format(course_id=name)}
    for chapter in course.chapters:
        path = f"source/{chapter.name}/{chapter.notebook}.ipynb"
        files[path] = text_of(build_source(course, chapter))
    first = course.chapters[0]
    files["README.md"] = README.format(
        title=name.capitalize(),
        assignments=", ".join(f"`{chapter.name}`" for chapter in course.chapters),
        first=first.name,
        notebook=first.notebook,
    )
    for path, text in files.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text, encoding="utf-8")
    (directory / "submitted").mkdir()
    return list(files)
