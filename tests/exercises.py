"""What the tests of exercises share: cells run as a notebook would, questions asked in process."""

from __future__ import annotations

import inspect
import linecache
import math
import re
import textwrap
import types
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from autograder import wire
from autograder.answers import Answer, Observations, Plain, Several, Tensor
from autograder.catalogue import load_course
from autograder.exercise import Exercise, Mistake
from autograder.forbidden import functions_of, watch
from autograder.judge import KnownMistakes, judge, questions_of, suspects, up_to
from autograder.observe import observe
from autograder.questions.base import Question, Setting
from autograder.questions.statistics import Statistics
from autograder.verdict import Verdict

SECONDS = 120.0  # a question: whether it is answered is asked here, not how fast
STYLES = Path(__file__).parent / "styles"
NEEDS = re.compile(r"^# needs (\S+)$", re.MULTILINE)
EXERCISES = load_course("course").exercises
_cells = count()


def cell(source: str, name: str, known: dict[str, Any] | None = None) -> Any:
    """Runs the source as a solution cell, in a notebook of its own, and returns what it defines."""
    keras.saving.get_custom_objects().clear()
    file = f"<cell {next(_cells)}>"
    # AutoGraph and the card's quotations read a cell's source from here, as with IPython.
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    notebook = types.ModuleType("__main__")
    notebook.__dict__.update({"tf": tf, "keras": keras, "np": np, "math": math, **(known or {})})
    exec(compile(source, file, "exec"), notebook.__dict__)
    return notebook.__dict__[name]


def as_students_cell(exercise: Exercise, mistake: Mistake) -> Any:
    """A planted mistake as a student would hand it in: under the exercise's own name."""
    wrong = mistake.candidate
    if inspect.isclass(wrong):
        source = textwrap.dedent(inspect.getsource(wrong))
        source = re.sub(rf"\b{mistake.name}\b", exercise.name, source)
        return cell(source, exercise.name, vars(inspect.getmodule(wrong)))
    copy = types.FunctionType(
        wrong.__code__, wrong.__globals__, exercise.name, wrong.__defaults__, wrong.__closure__
    )
    copy.__kwdefaults__ = wrong.__kwdefaults__
    return copy


def ask(
    exercise: Exercise, candidate: Any, seed: int = 0, questions: Sequence[Question] = ()
) -> Observations:
    """A candidate's answers, as they come out of another process; to all questions by default."""
    asked = questions or questions_of(exercise)
    seen = observe(candidate, asked, Setting(exercise.name, seed), seconds=SECONDS)
    return wire.from_bytes(wire.to_bytes(seen))


def asked_until_wrong(exercise: Exercise, candidate: Any, seed: int = 0) -> Observations:
    """The candidate's answers up to the first that is wrong; all, where none is."""
    seen = Observations(exercise.name, seed)
    for question in questions_of(exercise):
        one = ask(exercise, candidate, seed, [question])
        seen = replace(seen, answers={**seen.answers, **one.answers}, ended=one.ended)
        wrong = judge(exercise, seen, expected(exercise.name, seed)).finding
        if wrong and wrong.question in seen.answers:
            break
    return seen


def diagnosed(exercise: Exercise, candidate: Any, seed: int = 0) -> Verdict:
    """The verdict on a wrong answer, which is asked all only where several mistakes begin alike."""
    begun = asked_until_wrong(exercise, candidate, seed)
    judged = verdict(exercise, begun)
    known = mistakes_at(exercise, seed)
    if judged.finding and len(suspects(exercise, begun, judged.finding.question, known)) > 1:
        return verdict(exercise, ask(exercise, candidate, seed))
    return judged


@contextmanager
def watching(exercise: Exercise) -> Iterator[list[str]]:
    """Which of its forbidden stand-ins run inside the block."""
    watched = [one for name in exercise.forbids for one in functions_of(name)]
    before = [one.__code__ for one in watched]
    used: list[str] = []
    watch(exercise.forbids, used)
    try:
        yield used
    finally:
        for function, code in zip(watched, before, strict=True):
            function.__code__ = code


@cache
def expected(name: str, seed: int) -> Observations:
    """The reference's answers in float64."""
    setting = Setting(name, seed, "float64")
    asked = questions_of(EXERCISES[name])
    return observe(EXERCISES[name].reference, asked, setting, seconds=SECONDS)


@cache
def answers_of_reference(name: str) -> Observations:
    """The reference's answers as a candidate, in float32."""
    return ask(EXERCISES[name], EXERCISES[name].reference)


@cache
def answer_of_mistake(exercise: str, mistake: int, question: int, seed: int) -> Observations:
    """What a planted mistake answers to one question; all three of them by number."""
    one = EXERCISES[exercise]
    return ask(one, one.mistakes[mistake].candidate, seed, [questions_of(one)[question]])


def mistakes_at(exercise: Exercise, seed: int) -> KnownMistakes:
    """The planted mistakes with their answers, as the judge is given them."""

    def mistakes(question: str) -> list[tuple[Mistake, Observations]]:
        count, found = len(up_to(exercise, question)), []
        for number, mistake in enumerate(exercise.mistakes):
            told = [answer_of_mistake(exercise.name, number, one, seed) for one in range(count)]
            answers = {name: given for one in told for name, given in one.answers.items()}
            found.append((mistake, Observations(exercise.name, seed, answers)))
        return found

    return mistakes


def verdict(exercise: Exercise, seen: Observations) -> Verdict:
    """The judgement on answers, known mistakes included."""
    known = mistakes_at(exercise, seen.seed)
    return judge(exercise, seen, expected(exercise.name, seen.seed), known)


def on_one_worker(exercise: Exercise, *others: Any) -> Any:
    """Arguments of a test; all tests of an exercise run in one process and share its answers."""
    return pytest.param(exercise, *others, marks=pytest.mark.xdist_group(exercise.name))


every_exercise = pytest.mark.parametrize(
    "exercise", [on_one_worker(one) for one in EXERCISES.values()], ids=list(EXERCISES)
)


def styles(kind: str = "*.py") -> list[tuple[Exercise, Path]]:
    """Answers of other people that are kept with the tests: exercise and file.

    Left out are those that say, as in `# needs keras.optimizers.MultiOptimizer`, that they use
    something, and the installed Keras is too old to have it.
    """
    return [
        (exercise, file)
        for exercise in EXERCISES.values()
        for file in sorted((STYLES / exercise.chapter / exercise.name).glob(kind))
        if all(map(functions_of, NEEDS.findall(file.read_text())))
    ]


def disturbed(exercise: Exercise, seen: Observations, factor: float) -> Observations:
    """The answers with noise as hardware adds it, times a factor, on every float."""
    setting = Setting(exercise.name, seen.seed)
    answers = {
        question.name: _disturbed(question, seen.answers[question.name], setting, factor)
        for question in questions_of(exercise)
    }
    return replace(seen, answers=answers)


def holding_numbers(exercise: Exercise, seen: Observations) -> set[str]:
    """Names of the questions whose answers hold floating-point numbers, other than 0."""

    def holds(answer: Answer) -> bool:
        if isinstance(answer, Several):
            return any(holds(item) for item in answer.items)
        if isinstance(answer, Tensor) and answer.values is not None:
            return answer.values.dtype.kind == "f" and bool(np.any(answer.values))
        return isinstance(answer, Plain) and isinstance(answer.value, float)

    return {name for name, given in seen.answers.items() if any(map(holds, given.values()))}


def _disturbed(
    question: Question, given: Mapping[str, Answer], setting: Setting, factor: float
) -> dict[str, Answer]:
    rng = np.random.default_rng(7)
    if isinstance(question, Statistics):
        numbers = given["numbers"]
        assert isinstance(numbers, Tensor)
        moments = question.moments(numbers, question.theory(numbers, setting))
        side = rng.choice([-1.0, 1.0])
        moved = {label: Plain(value + side * factor * error) for label, value, error in moments}
        return {**given, **moved}
    return {
        label: _noisy(answer, question.tolerance(label, setting), factor, rng)
        for label, answer in given.items()
    }


def _noisy(answer: Answer, tolerance: Any, factor: float, rng: np.random.Generator) -> Answer:
    if isinstance(answer, Several):
        items = tuple(_noisy(item, tolerance, factor, rng) for item in answer.items)
        return replace(answer, items=items)
    if isinstance(answer, Plain) and isinstance(answer.value, float):
        return Plain(answer.value + factor * float(tolerance.noise(np.array(answer.value))))
    if not isinstance(answer, Tensor) or answer.values is None or answer.values.dtype.kind != "f":
        return answer
    noise = tolerance.noise(answer.values, answer.dtype)
    sides = rng.choice([-1.0, 1.0], answer.values.shape)
    sizes = rng.uniform(0.5, 1.0, answer.values.shape)
    values = answer.values + np.asarray(factor * sides * sizes * noise, answer.values.dtype)
    return replace(answer, values=values)
