"""Publishing: the same notebooks each time, nothing of the solutions in them, bad lessons named."""

from __future__ import annotations

import itertools
import os
import textwrap
from pathlib import Path

import nbformat
import pytest

from autograder.catalogue import Course, load_course
from autograder.errors import CourseError
from autograder.front import duration
from autograder.publish import build_solution, build_source, build_student, publish, read_lesson
from autograder.publish.write import text_of

EXERCISE = '''\
"""Doubles."""

{imports}
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case

FACTOR = 2.0


def {name}(x):
    """Doubles every number.

    Args:
        x: Numbers, float32 tensor of any shape.

    Returns:
        Twice the numbers.
    """
    ### BEGIN SOLUTION
    return {answer}
    ### END SOLUTION


def tripled(x):
    return 3.0 * x


exercise = Exercise(
    {name},
    points=1, minutes=1, difficulty=1, importance=1, after={after!r},
    questions=[ask.values("{name}(x)", case(x=[1.0, 2.0]))],
    hints=["Add it to itself."],
    mistakes=[Mistake(tripled, "You triple.")],
)
'''
HEAD = """\
---
tapework: {number: 1, title: Small, minutes: 5, objectives: [Double.], prerequisites: []}
---

## 1.1 Doubling

"""
GOOD = HEAD + "```{exercise} twice\n```\n\n```{exercise} again\n```\n"
_numbers = itertools.count()


@pytest.fixture
def make_course(tmp_path, monkeypatch):
    """Makes a course of one chapter with two exercises, `twice` and, after it, `again`."""
    monkeypatch.syspath_prepend(str(tmp_path))
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    monkeypatch.setenv("PYTHONPATH", path.rstrip(os.pathsep))

    def make(lesson: str | None = GOOD, answer: str = "x + x", imports: str = "") -> Course:
        package = f"little_course_{next(_numbers)}"
        folder = tmp_path / package / "small"
        folder.mkdir(parents=True)
        (tmp_path / package / "__init__.py").write_text('CHAPTERS = {1: "small"}\n')
        (folder / "__init__.py").touch()
        for name, after in (("twice", ()), ("again", ("twice",))):
            text = EXERCISE.format(name=name, after=after, answer=answer, imports=imports)
            (folder / f"{name}.py").write_text(text)
        if lesson is not None:
            (folder / "lesson.md").write_text(lesson)
        # A kernel finds the course as it finds one that is installed: first on the path wins.
        about = tmp_path / f"{package}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[autograder.courses]\nlittle = {package}\n")
        return load_course(package)

    return make


CHAPTERS = [chapter.name for chapter in load_course().chapters]


@pytest.fixture(scope="module", params=CHAPTERS)
def published(request):
    course = load_course()
    return course, course.chapter(request.param)


def test_the_same_notebooks_are_made_each_time(published):
    first, second = (text_of(build_student(build_source(*published))) for _ in range(2))
    assert first == second
    assert first.endswith("}\n")


def test_student_notebooks_hold_no_output_and_no_solution(published):
    source = build_source(*published)
    student = build_student(source)
    nbformat.validate(student)
    assert not any(cell.get("outputs") for cell in student.cells)
    assert "BEGIN SOLUTION" not in text_of(student)
    solved = {cell.id: cell.source for cell in build_solution(source).cells}
    starters = {cell.id: cell.source for cell in student.cells}
    for name in published[1].graded:
        assert "raise NotImplementedError()" in starters[name]
        assert starters[name] != solved[name]
        assert "Mistake" not in solved[name]


def test_only_what_grading_needs_runs_there(published):
    for cell in build_source(*published).cells:
        if cell.cell_type == "code":
            is_needed = "nbgrader" in cell.metadata
            assert is_needed != ("skip-execution" in cell.metadata.get("tags", []))


def test_the_set_up_cell_comes_first_and_begins_before_tensorflow(published):
    first = next(cell for cell in build_source(*published).cells if cell.cell_type == "code")
    assert first.source.index(f'begin("{published[1].name}")') < first.source.index(
        "import tensorflow"
    )


def test_chapters_from_the_third_begin_with_a_recap(published):
    course, chapter = published
    third = build_source(course, chapter).cells[2:4]
    recapped = [cell.id for cell in third] == [
        f"{chapter.name}-recap-head",
        f"{chapter.name}-recap",
    ]
    assert recapped == (chapter.number >= 3)
    if recapped:
        assert f"chapter {chapter.number - 2}," in third[0].source
        assert third[1].source.endswith("recap()")


def test_the_start_page_lists_the_chapters_as_their_lessons_say():
    course = load_course()
    text = "\n".join(cell.source for cell in build_source(course, course.start).cells)
    assert "{chapters}" not in text
    for chapter in course.chapters:
        lesson, exercises = read_lesson(course, chapter), chapter.graded.values()
        count = f"{len(exercises)} | {sum(one.points for one in exercises)}"
        where = f"[{lesson.title}]({chapter.notebook}.ipynb)"
        assert f"| {where} | {duration(lesson.minutes)} | {count} |" in text
    minutes = sum(read_lesson(course, chapter).minutes for chapter in course.chapters)
    assert f"about {round(minutes / 60)} hours" in text


def test_a_statement_shows_effort_arguments_and_help():
    course = load_course()
    cells = {cell.id: cell.source for cell in build_source(course, course.chapter("losses")).cells}
    statement = cells["huber_fn-statement"]
    for words in ("2 points", "8 minutes", "`y_true`: Targets", "$e^2 / 2$", 'hint("huber_fn")'):
        assert words in statement


PLACE = "```{{exercise}} {}\n```\n\n"


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        (None, "has no lesson"),
        ("Words without front matter.\n", "expected front matter"),
        ("---\ntapework: [\n---\n", "small/lesson.md"),
        (GOOD.replace("number: 1", "number: 7"), "expected `number: 1`"),
        (GOOD.replace("minutes: 5, ", ""), "expected `minutes`"),
        (GOOD + PLACE.format("twicee"), "unknown exercise 'twicee'. Did you mean 'twice'?"),
        (GOOD + PLACE.format("twice"), "places the exercise 'twice' twice"),
        (HEAD + PLACE.format("twice"), "never places the exercise 'again'"),
        (HEAD + PLACE.format("again") + PLACE.format("twice"), "'again' before 'twice'"),
    ],
)
def test_a_lesson_that_does_not_fit_is_named_in_one_sentence(make_course, lesson, said):
    course = make_course(lesson)
    with pytest.raises(CourseError) as caught:
        read_lesson(course, course.chapters[0])
    message = str(caught.value)
    assert said in message
    assert "small/lesson.md" in message
    assert "\n" not in message


def test_a_name_that_the_notebook_lacks_stops_publishing(make_course):
    course = make_course(answer="FACTOR * x")
    with pytest.raises(CourseError, match=r"small/twice\.py: 'twice' uses 'FACTOR'"):
        build_source(course, course.chapters[0])


def test_an_import_that_the_solution_needs_comes_along(make_course):
    course = make_course(answer="reduce(tf.add, [x, x])", imports="from functools import reduce")
    cells = {cell.id: cell.source for cell in build_source(course, course.chapters[0]).cells}
    assert cells["twice"].startswith("from functools import reduce\n")


@pytest.mark.slow
def test_publishing_executes_once_and_check_finds_what_differs(make_course, tmp_path):
    code = textwrap.dedent("""
        ```{code-cell}
        print(object(), twice(tf.constant(2.0)).numpy())
        ```
        """)
    course = make_course(GOOD + code)
    root = tmp_path / "root"
    both = ["notebooks/01_small.ipynb", "solutions/01_small.ipynb"]
    assert publish(root, check=True, course=course) == both
    assert publish(root, course=course) == both
    assert publish(root, course=course) == []
    assert publish(root, check=True, course=course) == []
    solved = (root / both[1]).read_text()
    assert "4.0" in solved
    assert "0x…" in solved
    assert str(Path.home()) not in solved
    student = root / both[0]
    student.write_text(student.read_text().replace("Doubling", "Trebling"))
    (root / "notebooks/09_gone.ipynb").write_text("{}")
    assert publish(root, check=True, course=course) == [both[0], "notebooks/09_gone.ipynb"]
    again = course.chapters[0].folder / "again.py"
    again.write_text(again.read_text() + "\n# Changed.\n")
    assert both[1] in publish(root, check=True, course=course)


@pytest.mark.slow
def test_a_cell_that_fails_is_named(make_course, tmp_path):
    course = make_course(GOOD + "\n```{code-cell}\n1 / 0\n```\n")
    with pytest.raises(CourseError, match=r"cell 'small-1-1-\d+' failed .*ZeroDivisionError"):
        publish(tmp_path / "root", course=course)
    assert not (tmp_path / "root/solutions").exists()
