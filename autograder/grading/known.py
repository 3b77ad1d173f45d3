"""What a run of grading knows: the references' answers to inputs that nobody could foresee.

The references are asked with the run's own seed. Mistakes are told by a second asking with the
public seed 0, for which the mistakes' answers are kept; it decides words, never points.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from autograder.answers import Observations
from autograder.catalogue import load_course
from autograder.exercise import Exercise
from autograder.expected import known_mistakes, reference_answers
from autograder.judge import KnownMistakes

PUBLIC_SEED = 0


@dataclass(frozen=True)
class Known:
    """One exercise's right answers with the run's seed, and the mistakes' with the public one."""

    fresh: Observations
    mistakes: tuple[tuple[str, Observations], ...] = ()

    def mistakes_of(self, exercise: Exercise) -> KnownMistakes:
        """The mistakes with their answers, as the judge wants them."""
        by_name = dict(self.mistakes)
        found = [(one, by_name[one.name]) for one in exercise.mistakes if one.name in by_name]
        return lambda: found


def new_seed() -> int:
    """A seed that student code could not foresee, within what Keras takes."""
    return secrets.randbelow(2**32 - 3) + 1


def known_answers(
    package: str, exercises: Iterable[str], seed: int, *, mistakes: bool = True
) -> Mapping[str, Known]:
    """Exercise → what is known of it, asked now or read from this machine's cache.

    Args:
        package: The course.
        exercises: Their names.
        seed: The run's seed.
        mistakes: Whether mistakes are to be told.

    Raises:
        TapeworkError: If a reference could not be observed.
    """
    course = load_course(package)

    def one(name: str) -> tuple[str, Known]:
        exercise = course.exercise(name)
        wrong = known_mistakes(package, exercise, PUBLIC_SEED)() if mistakes else ()
        fresh = reference_answers(package, exercise, seed)
        return name, Known(fresh, tuple((mistake.name, seen) for mistake, seen in wrong))

    # Each is asked in a process of its own: these threads only wait for them.
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        return dict(pool.map(one, exercises))
