"""Observations × expected → Verdict. Sees plain data only, never the student's object."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from autograder.answers import Observations, is_stub
from autograder.compare import Difference
from autograder.exercise import Exercise, Mistake
from autograder.questions.base import Finding, Question, Setting
from autograder.questions.interface import NAME as INTERFACE
from autograder.questions.interface import interface_of, is_defined
from autograder.verdict import CORRECT, INCORRECT, NOT_ATTEMPTED, Result, Verdict

# Told a question's name, it gives the known mistakes with their answers up to that one at least.
KnownMistakes = Callable[[str], Sequence[tuple[Mistake, Observations]]]


def questions_of(exercise: Exercise) -> list[Question]:
    """What is asked of a candidate: its interface first, then the exercise's own questions."""
    return [interface_of(exercise.reference), *exercise.questions]


def judge(
    exercise: Exercise,
    observed: Observations,
    expected: Observations,
    mistakes: KnownMistakes = lambda question: (),
) -> Verdict:
    """Judges one candidate's answers by the reference's.

    Args:
        exercise: What was asked.
        observed: The candidate's answers, from any source: what is missing or malformed fails.
        expected: The reference's answers to the same questions, same seed.
        mistakes: Gives the known mistakes with their answers; asked only when something is wrong.
    """
    setting = Setting(exercise.name, expected.seed)
    if observed.used:
        return _stand_in(exercise, observed, expected)
    if _not_attempted(exercise, observed):
        return _verdict(
            exercise, observed, expected, {}, NOT_ATTEMPTED,
            f"Not attempted yet: write your code in place of `raise NotImplementedError()`"
            f" and run the cell, then this check. `hint(\"{exercise.name}\")` helps.",
        )  # fmt: skip
    found = _findings(exercise, observed, expected, setting)
    first = next((finding for finding in found.values() if finding), None)
    if first is None:
        return _verdict(exercise, observed, expected, found, CORRECT, "Correct.")
    mistake = _diagnose(exercise, observed, first, mistakes)
    return _verdict(
        exercise, observed, expected, found, INCORRECT, _message(first, mistake), first, mistake
    )


def _not_attempted(exercise: Exercise, observed: Observations) -> bool:
    return is_stub(observed.answers.get(exercise.questions[0].name, {}))


def _findings(
    exercise: Exercise, observed: Observations, expected: Observations, setting: Setting
) -> dict[str, Finding | None]:
    """Question → what is wrong with its answers, in order; None where it is passed."""
    found: dict[str, Finding | None] = {}
    for question in questions_of(exercise):
        answers = observed.answers.get(question.name)
        if answers is None:
            reason = observed.ended or "No answer came back."
            missing = Difference("an answer", "none", reason)
            found[question.name] = Finding(
                question.name, question.title, exercise.call, {}, missing
            )
            continue
        wanted = question.asked(expected.answers.get(question.name, {}))
        found[question.name] = question.judge(answers, wanted, setting)
        if question.fatal and found[question.name]:
            break
    # Only now: what a question needs may be asked after it.
    needed = _needed(exercise)
    return {name: found.get(needed.get(name, "")) or finding for name, finding in found.items()}


def _needed(exercise: Exercise) -> dict[str, str]:
    """What each question needs: what it says, or the first whose answers nobody can foresee.

    Answers to fixed inputs can be recorded by anyone, so that alone they are worth nothing.
    """
    first = next((one.name for one in exercise.questions if not one.foreseeable), "")
    return {
        one.name: one.needs or first
        for one in exercise.questions
        if one.needs or (one.foreseeable and first)
    }


def _diagnose(
    exercise: Exercise,
    observed: Observations,
    first: Finding,
    mistakes: KnownMistakes,
) -> Mistake | None:
    """The known mistake that answers the failed question alike, and most others too.

    Agreement on the failed question is required; how many others agree, counted by question and
    then in order, decides between several: only then are the mistakes asked what comes after.
    """
    known = [name for name in up_to(exercise, first.question) if name in observed.answers]
    begun = {name: observed.answers[name] for name in known}
    suspected = suspects(exercise, replace(observed, answers=begun), first.question, mistakes)
    if len(suspected) > 1:
        suspected = suspects(exercise, observed, first.question, mistakes)
    return max(suspected, key=lambda one: one[1])[0] if suspected else None


def up_to(exercise: Exercise, question: str) -> list[str]:
    """Names of the questions that are asked until this one, itself included."""
    names = [one.name for one in questions_of(exercise)]
    return names[: names.index(question) + 1]


def suspects(
    exercise: Exercise, observed: Observations, question: str, mistakes: KnownMistakes
) -> list[tuple[Mistake, int]]:
    """Known mistakes that answer a question as the candidate does, and how many others too.

    Args:
        exercise: What was asked.
        observed: The candidate's answers; questions that are not in them are left out.
        question: The name of the question on which they must agree.
        mistakes: Gives the known mistakes with their answers to the same inputs.
    """
    if question not in observed.answers or not is_defined(observed.answers):
        return []
    setting = Setting(exercise.name, observed.seed)
    asked = [one for one in questions_of(exercise) if one.name in observed.answers]
    found = []
    for mistake, theirs in mistakes(asked[-1].name):
        alike = [
            one.name
            for one in asked
            if one.name in theirs.answers
            and one.judge(observed.answers[one.name], theirs.answers[one.name], setting) is None
        ]
        if question in alike:
            found.append((mistake, len(alike)))
    return found


def _message(finding: Finding, mistake: Mistake | None) -> str:
    if mistake:
        return mistake.sentence
    found = finding.difference
    told = f"{finding.title}: expected {found.expected}, received {found.received}."
    return f"{told} {found.why}".strip()


def _stand_in(exercise: Exercise, observed: Observations, expected: Observations) -> Verdict:
    # One use may run several: the function behind a class, an alias. The plainest name is told.
    used = f"`{min(observed.used, key=lambda name: (len(name), name))}`"
    message = (
        f"Your answer uses {used}. The task is to write this yourself: a ready-made stand-in "
        "earns no points. Compute it from TensorFlow's basic operations."
    )
    finding = Finding(
        INTERFACE, "Your own work", exercise.call, {},
        Difference("your own implementation", used, message),
    )  # fmt: skip
    return _verdict(exercise, observed, expected, {}, INCORRECT, message, finding)


def _verdict(
    exercise: Exercise,
    observed: Observations,
    expected: Observations,
    found: dict[str, Finding | None],
    outcome: str,
    message: str,
    finding: Finding | None = None,
    mistake: Mistake | None = None,
) -> Verdict:
    total = sum(question.weight for question in exercise.questions)
    results = []
    for question in exercise.questions:
        worth = exercise.points * question.weight / total
        passed = found[question.name] is None if question.name in found else None
        results.append(
            Result(question.name, question.title, passed, worth if passed else 0.0, worth)
        )
    points = exercise.points if outcome == CORRECT else sum(one.points for one in results)
    return Verdict(
        exercise=exercise.name,
        outcome=outcome,
        points=round(min(points, exercise.points), 2),
        max_points=exercise.points,
        results=tuple(results),
        message=message,
        finding=finding,
        mistake=mistake.name if mistake else None,
        sentence=mistake.sentence if mistake else "",
        observed=observed,
        expected=expected,
    )
