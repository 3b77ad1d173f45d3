"""What a notebook imports: begin, check, hint, predict, progress, recap, solution."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import Any

from autograder.errors import CourseError, TapeworkError
from autograder.predicting import predict
from autograder.quiet import import_tensorflow
from autograder.recapping import Session
from autograder.showing import Shown

__all__ = ["begin", "check", "hint", "predict", "progress", "recap", "solution"]

_session = Session()


def begin(chapter: str) -> None:
    """Gets a chapter ready: imports TensorFlow without its log and starts the process that asks.

    Both import TensorFlow side by side, so that it takes no longer than one import.

    Args:
        chapter: The chapter's name, for example "losses".

    Raises:
        CourseError: If there is no such chapter.
    """
    if _is_graded():
        return import_tensorflow(use=True)
    from autograder import isolation

    if isolation.can_isolate():
        isolation.start(spare=True)
    import_tensorflow(use=True)
    from autograder.catalogue import load_course

    course = load_course()
    _session.chapter = course.chapter(chapter).number
    exercises = list(course.chapter(chapter).exercises.values())
    if isolation.can_isolate():
        threading.Thread(target=_prepare, args=(course.package, exercises), daemon=True).start()


def _prepare(package: str, exercises: list[Any]) -> None:
    """Has the references answered ahead of the first check; done once on a machine."""
    from autograder.expected import known_mistakes, reference_answers

    with contextlib.suppress(Exception):
        for exercise in exercises:
            reference_answers(package, exercise, 0)
        for exercise in exercises:
            known_mistakes(package, exercise, 0)(exercise.questions[-1].name)


def check(candidate: Any) -> Any:
    """Checks an exercise and says at once what is right, what is wrong and why.

    Args:
        candidate: The exercise's name, or the function or class itself.

    Returns:
        A `Verdict`: a card in a notebook, the number of points as plain text. Below a card that is
        not right stands a button for the next hint, where the page can show one.

    Raises:
        CourseError: If it is not clear which exercise is meant.
    """
    from autograder.catalogue import load_course
    from autograder.checking import check_object
    from autograder.feedback.hints import offer_hints
    from autograder.feedback.text import text_card
    from autograder.library import keep
    from autograder.progress import Progress
    from autograder.verdict import CORRECT

    if _is_graded():
        return Shown("This notebook is being graded: the score comes from outside of it.")
    course = load_course()
    scope = sys._getframe(1).f_globals
    name, found = _which(candidate, scope, set(course.exercises))
    exercise = course.exercise(name)
    verdict = check_object(course.package, exercise, found)
    Progress().note_verdict(verdict)
    if verdict.outcome == CORRECT and _in_notebook():
        keep(name, scope.get("In", []))
    if _in_notebook():
        offer_hints(verdict, exercise)
    else:
        print(text_card(verdict))
    return verdict


def hint(name: Any) -> Shown:
    """Shows the next hint for an exercise; each call goes one step further up the ladder."""
    from autograder.feedback.hints import next_hint

    return Shown(next_hint(_exercise(name)))


def solution(name: Any) -> Shown:
    """Shows the solution of an exercise, once it has been asked for twice."""
    from autograder.progress import Progress
    from autograder.starter import solved_source

    exercise = _exercise(name)
    if Progress().asked_for_solution(exercise) < 2:
        return Shown(
            f'Sure? `hint("{exercise.name}")` may be enough. Run this cell again to see the '
            "solution."
        )
    return Shown(f"One solution of `{exercise.name}`:\n\n```python\n{solved_source(exercise)}```")


def progress() -> Any:
    """Shows what is done and what is next: exercises, points, tries and hints by chapter."""
    from autograder.catalogue import load_course
    from autograder.dashboard import dashboard
    from autograder.progress import Progress

    kept = Progress()
    return dashboard(load_course(), kept.records(), kept.home.notice)


def recap(**answers: str) -> Any:
    """Asks what is wrong with someone's answer to what you solved two chapters ago.

    Args:
        **answers: Exercise → the letter of your answer, as in `recap(huber_fn="b")`, where there
            are no buttons. Without any, the questions are shown.

    Raises:
        TapeworkError: If an answer belongs to no question, or is no letter of it.
    """
    from autograder.catalogue import load_course
    from autograder.progress import Progress

    if answers:
        return _session.answer(load_course(), Progress(), answers)
    return _session.ask(load_course(), Progress())


def _which(candidate: Any, scope: dict[str, Any], names: set[str]) -> tuple[str, Any]:
    """The exercise's name and the candidate: by its name, or by what the notebook calls it."""
    from autograder.questions.interface import Missing

    if isinstance(candidate, str):
        return candidate, scope.get(candidate, Missing)
    own = getattr(candidate, "__name__", "")
    if own in names:
        return own, candidate
    for name in names:
        if scope.get(name) is candidate:
            return name, candidate
    raise CourseError(
        "Expected an exercise, received something that bears no exercise's name. Write "
        'check("huber_fn") with the name of the exercise.'
    )


def _exercise(name: Any) -> Any:
    from autograder.catalogue import load_course

    wanted = name if isinstance(name, str) else getattr(name, "__name__", None)
    if wanted is None:
        raise TapeworkError('Expected the name of an exercise, as in hint("huber_fn").')
    return load_course().exercise(wanted)


def _is_graded() -> bool:
    """Whether this is a grading kernel, where questions are asked from outside."""
    return "TAPEWORK_GRADING" in os.environ


def _in_notebook() -> bool:
    """Whether a kernel shows what a cell returns."""
    if "IPython" not in sys.modules:
        return False
    shell = sys.modules["IPython"].get_ipython()
    return shell is not None and hasattr(shell, "kernel")
