"""What the machine proves of every exercise of the course; a new one comes under it by itself."""

from __future__ import annotations

import doctest
import inspect
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator

import keras
import numpy as np
import pytest

from autograder import wire
from autograder.answers import Answer, Failure, Several, Tensor
from autograder.exercise import Exercise
from autograder.judge import judge
from autograder.questions.base import Setting
from autograder.questions.behaviour import Behaviour
from autograder.questions.raises import Raises
from autograder.starter import marked_source, starter_source
from tests.exercises import (
    EXERCISES,
    answers_of_reference,
    as_students_cell,
    ask,
    asked_until_wrong,
    cell,
    diagnosed,
    disturbed,
    every_exercise,
    expected,
    holding_numbers,
    on_one_worker,
    styles,
    verdict,
    watching,
)

# Whose answers are whole numbers, words, or what the judge makes of random draws: no noise there.
IN_WORDS = {
    "collatz_length", "common_members", "count_code_points", "decode_and_reverse", "noisy",
    "predict_traces", "random_batch", "shuffled_split", "sum_of_squares", "tensor_kind",
    "train_regressor",
}  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_else_is_disturbed_by_asking() -> Iterator[None]:
    yield
    assert (keras.config.floatx(), keras.config.dtype_policy().name) == ("float32", "float32")


every_mistake = pytest.mark.parametrize(
    ("exercise", "mistake"),
    [on_one_worker(one, mistake) for one in EXERCISES.values() for mistake in one.mistakes],
    ids=[f"{one.name}-{mistake.name}" for one in EXERCISES.values() for mistake in one.mistakes],
)


def every_file(kind: str) -> pytest.MarkDecorator:
    found = styles(kind)
    names = [f"{exercise.name}-{file.stem}" for exercise, file in found]
    return pytest.mark.parametrize(
        ("exercise", "file"), [on_one_worker(*one) for one in found], ids=names
    )


@every_exercise
def test_the_reference_gets_full_marks(exercise: Exercise) -> None:
    for seen in (answers_of_reference(exercise.name), ask(exercise, exercise.reference, 1)):
        judged = verdict(exercise, seen)
        assert (judged.outcome, judged.points) == ("correct", exercise.points), judged.message


@every_exercise
def test_the_untouched_starter_gets_zero_and_is_called_not_attempted(exercise: Exercise) -> None:
    judged = verdict(exercise, ask(exercise, cell(starter_source(exercise), exercise.name)))
    if exercise.given:
        assert (judged.outcome, judged.points) == ("correct", exercise.points)
    else:
        assert (judged.outcome, judged.points) == ("not attempted", 0)


@every_exercise
def test_the_solution_alone_is_marked(exercise: Exercise) -> None:
    if exercise.given:
        return
    before, _, after = starter_source(exercise).partition("# YOUR CODE HERE")
    assert len(marked_source(exercise).splitlines()) > 3
    assert "return" not in before.split('"""')[-1]
    assert after.split() == ["raise", "NotImplementedError()"]


@every_mistake
def test_a_mistake_loses_points_and_draws_its_own_sentence(exercise: Exercise, mistake) -> None:
    judged = diagnosed(exercise, as_students_cell(exercise, mistake))
    assert judged.points < exercise.points
    assert judged.mistake == mistake.name, judged.message
    assert judged.message == mistake.sentence


@every_mistake
def test_a_mistake_is_recognised_with_other_random_inputs(exercise: Exercise, mistake) -> None:
    judged = diagnosed(exercise, mistake.candidate, 1)
    assert judged.mistake == mistake.name, judged.message


@every_exercise
def test_every_question_is_worth_something(exercise: Exercise) -> None:
    assert all(question.weight > 0 for question in exercise.questions)


@every_exercise
def test_mistakes_have_sentences_of_their_own(exercise: Exercise) -> None:
    sentences = [one.sentence for one in exercise.mistakes]
    assert len(sentences) >= 2
    assert len(set(sentences)) == len(sentences)
    assert all(one.strip().endswith((".", "?", "!")) for one in sentences)


@every_file("*.py")
def test_a_right_answer_in_another_style_gets_full_marks(exercise: Exercise, file) -> None:
    with watching(exercise) as used:
        seen = ask(exercise, cell(file.read_text(), exercise.name))
    judged = verdict(exercise, seen)
    assert (judged.outcome, judged.points) == ("correct", exercise.points), judged.message
    assert not used


@every_file("forbidden/*.py")
def test_a_ready_made_stand_in_is_noticed(exercise: Exercise, file) -> None:
    with watching(exercise) as used:
        ask(exercise, cell(file.read_text(), exercise.name))
    assert used


@every_exercise
def test_what_is_forbidden_has_a_stand_in_to_try(exercise: Exercise) -> None:
    kept = [one for one, _ in styles("forbidden/*.py") if one is exercise]
    assert bool(kept) == bool(exercise.forbids)


@every_file("wrong/*.py")
def test_a_wrong_answer_loses_points(exercise: Exercise, file) -> None:
    seen = asked_until_wrong(exercise, cell(file.read_text(), exercise.name))
    judged = judge(exercise, seen, expected(exercise.name, 0))
    assert judged.outcome == "incorrect"
    assert judged.points < exercise.points


@every_exercise
def test_answers_of_other_people_are_kept(exercise: Exercise) -> None:
    assert len([one for one, _ in styles() if one is exercise]) >= 2
    assert len([one for one, _ in styles("wrong/*.py") if one is exercise]) >= 4


@every_exercise
def test_there_is_a_ladder_of_hints(exercise: Exercise) -> None:
    assert len(exercise.hints) >= 3
    assert all(hint.strip() for hint in exercise.hints)


@every_exercise
def test_the_statement_mentions_every_argument(exercise: Exercise) -> None:
    statement = exercise.reference.__doc__ or ""
    for argument in exercise.signature.parameters:
        assert re.search(rf"\b{argument}\b", statement), argument


@every_exercise
def test_the_doctest_runs(exercise: Exercise) -> None:
    module = inspect.getmodule(exercise.reference)
    finder = doctest.DocTestFinder(recurse=False)
    runner = doctest.DocTestRunner(
        optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS, verbose=False
    )
    found = finder.find(exercise.reference, exercise.name, module, vars(module))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        results = [runner.run(one) for one in found]
    assert sum(one.attempted for one in results) > 0
    assert sum(one.failed for one in results) == 0


@every_exercise
def test_noise_of_a_gpu_passes(exercise: Exercise) -> None:
    judged = verdict(exercise, disturbed(exercise, answers_of_reference(exercise.name), 1.0))
    assert judged.outcome == "correct", judged.message


@every_exercise
def test_ten_times_that_noise_fails_every_question_that_asks_for_numbers(exercise) -> None:
    seen = answers_of_reference(exercise.name)
    judged = verdict(exercise, disturbed(exercise, seen, 10.0))
    noisy = holding_numbers(exercise, seen)
    assert bool(noisy) != (exercise.name in IN_WORDS)
    failed = {result.name for result in judged.results if not result.passed}
    assert noisy <= failed


@every_exercise
def test_two_runs_give_the_same_verdict_byte_for_byte(exercise: Exercise) -> None:
    wrong = exercise.mistakes[0].candidate
    asked = [
        (answers_of_reference(exercise.name), ask(exercise, exercise.reference)),
        (asked_until_wrong(exercise, wrong), asked_until_wrong(exercise, wrong)),
    ]
    for one, other in asked:
        assert wire.to_bytes(one) == wire.to_bytes(other)
        first, second = verdict(exercise, one), verdict(exercise, other)
        assert first.to_json() == second.to_json()
        assert first.finding == second.finding


@every_exercise
def test_what_the_reference_answers_is_finite(exercise: Exercise) -> None:
    def numbers(answer: Answer) -> list:
        if isinstance(answer, Several):
            return [one for item in answer.items for one in numbers(item)]
        return [answer.values] if isinstance(answer, Tensor) and answer.values is not None else []

    for question, answers in expected(exercise.name, 0).answers.items():
        for label, answer in answers.items():
            for values in numbers(answer):
                assert np.isfinite(values.astype("float64")).all(), f"{question}: {label}"


@every_exercise
def test_the_reference_fails_no_question(exercise: Exercise) -> None:
    """What fails for the reference would be passed by whoever fails alike."""
    may_fail = {one.name for one in exercise.questions if isinstance(one, Raises)}
    for one in exercise.questions:
        if isinstance(one, Behaviour) and one.work:
            told = expected(exercise.name, 0).answers[one.name]
            assert one.worked(told, Setting(exercise.name, 0))
    for question, answers in expected(exercise.name, 0).answers.items():
        for label, answer in answers.items():
            assert question in may_fail or not isinstance(answer, Failure), f"{question}: {label}"


def test_importing_the_course_runs_no_operation() -> None:
    """TensorFlow may be imported before a fork, but not used."""
    script = (
        "from autograder.catalogue import load_course\n"
        "load_course('course')\n"
        "from tensorflow.python.eager import context\n"
        "assert context.context()._context_handle is None, 'an operation ran'"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
