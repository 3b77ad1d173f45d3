"""Asks a candidate its questions and collects plain answers. Sees no reference and no verdict."""

from __future__ import annotations

import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

from autograder.answers import Answer, Failure, Observations, is_stub
from autograder.patience import is_up
from autograder.questions.base import Question, Setting
from autograder.record import TimeLimitReached, failure

SECONDS_A_QUESTION = 10.0
Progress = Callable[[str, dict[str, Answer]], None]


def observe(
    candidate: Any,
    questions: Sequence[Question],
    setting: Setting,
    *,
    seconds: float = SECONDS_A_QUESTION,
    answered: Progress = lambda name, answers: None,
) -> Observations:
    """Asks all questions in order and returns what came.

    Args:
        candidate: The student's function or class, or `Missing`.
        questions: What to ask, the interface first.
        setting: Name of the exercise, seed, precision.
        seconds: How long one question may take; after that no more is asked.
        answered: Told of every question as it is answered, so that a later death loses nothing.
    """
    import keras

    answers: dict[str, dict[str, Answer]] = {}
    ended = ""
    first = next((one for one in questions if not one.fatal), None)
    default, policy = keras.config.floatx(), keras.config.dtype_policy()
    try:
        keras.config.set_floatx(setting.precision)
        keras.config.set_dtype_policy(setting.precision)
        for question in questions:
            keras.utils.set_random_seed(setting.seed + 1)
            try:
                with warnings.catch_warnings(), time_limit(seconds):
                    warnings.simplefilter("ignore")
                    answers[question.name] = question.ask(candidate, setting)
            except TimeLimitReached:
                ended = (
                    f"It did not end within {seconds:g} seconds: look for a loop whose "
                    "condition never becomes false."
                )
                break
            except Exception as error:
                answers[question.name] = {"the question": failure(error)}
            answered(question.name, answers[question.name])
            if question.fatal and not _usable(answers[question.name]):
                break
            if question is first and is_stub(answers[question.name]):
                # The starter as it was: all questions would come to the same.
                break
    finally:
        keras.config.set_floatx(default)
        keras.config.set_dtype_policy(policy)
    return Observations(setting.exercise, setting.seed, answers, ended)


def _usable(interface: dict[str, Answer]) -> bool:
    return "fits" in interface and not isinstance(interface["fits"], Failure)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeLimitReached in Python code that runs on (see `patience`); main thread only."""
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable:
        yield
        return

    began, had = time.monotonic(), time.process_time()

    def reached(signum: int, frame: FrameType | None) -> None:
        if is_up(seconds, time.monotonic() - began, time.process_time() - had):
            raise TimeLimitReached

    before = signal.signal(signal.SIGALRM, reached)
    # The interval repeats: for a busy machine, and for code that catches everything once.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.2)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
