"""A course that does not fit together is refused with one sentence."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

from autograder import Exercise, Mistake, ask, case
from autograder.catalogue import in_order, load_course
from autograder.errors import CourseError


def exercise(name: str, after=(), **changes) -> Exercise:
    def reference(z):
        """Gives back z."""
        return z

    def other(z):
        return z + 1

    reference.__name__ = name
    fields = dict(
        points=1, minutes=1, difficulty=1, importance=1, hints=["Look at z."], after=after,
        questions=[ask.values(f"{name}(z)", case(z=[1.0]))], mistakes=[Mistake(other, "Not that.")],
    )  # fmt: skip
    return Exercise(reference, **{**fields, **changes})


def test_prerequisites_come_first_and_the_rest_keeps_its_place() -> None:
    ordered = in_order([exercise("c", after=["a"]), exercise("a"), exercise("b", after="c")])
    assert [one.name for one in ordered] == ["a", "c", "b"]


@pytest.mark.parametrize(
    "exercises, says",
    [
        ([exercise("a"), exercise("a")], "Two exercises have the id 'a'"),
        ([exercise("a", after="z")], "comes after 'z', which does not exist"),
        ([exercise("a", after="b"), exercise("b", after="a")], "run in a circle"),
    ],
)
def test_what_does_not_fit_is_named(exercises, says) -> None:
    with pytest.raises(CourseError, match=says):
        in_order(exercises)


@pytest.mark.parametrize(
    "changes, says",
    [
        ({"points": 0}, "points must be greater than 0"),
        ({"difficulty": 6}, "difficulty is 1 to 5"),
        ({"importance": 0}, "importance is 1 to 5"),
        ({"questions": []}, "asks at least one question"),
    ],
)
def test_an_exercise_that_lacks_something_is_refused(changes, says) -> None:
    with pytest.raises(CourseError, match=says):
        exercise("a", **changes)


def test_two_questions_of_one_name_are_refused() -> None:
    twice = [ask.values("a(z)", case(z=[1.0])), ask.values("a(z)", case(z=[2.0]))]
    with pytest.raises(CourseError, match="two questions have one name"):
        exercise("a", questions=twice)


def test_an_unknown_name_brings_close_ones() -> None:
    with pytest.raises(CourseError, match=r"Did you mean.*huber_fn"):
        load_course().exercise("hubr_fn")


def test_importing_the_engine_imports_nothing_heavy() -> None:
    code = (
        "import sys, autograder, autograder.errors; "
        "print([m for m in ('tensorflow', 'keras', 'nbgrader', 'matplotlib', 'numpy') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", sorted(load_course().forbidden))
def test_a_forbidden_stand_in_leads_to_something(name: str) -> None:
    # In the newest TensorFlow and Keras: older ones may lack it, a mistyped name is in none.
    assert pkgutil.resolve_name(name) is not None
