"""What a run of grading knows: the references' answers to inputs that nobody could foresee.

The references are asked with the run's own seed. Mistakes are told by a second asking with the
public seed 0, when the first submission falls short; their answers are kept on this machine. They
decide words, never points.
"""

from __future__ import annotations

import os
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from autograder.answers import Observations
from autograder.catalogue import load_course
from autograder.exercise import Exercise
from autograder.expected import ask_references, known_mistakes, reference_answers
from autograder.judge import KnownMistakes

PUBLIC_SEED = 0


_one_by_one: defaultdict[str, Lock] = defaultdict(Lock)


@dataclass(frozen=True)
class Known:
    """One exercise's right answers with the run's seed."""

    package: str
    fresh: Observations

    def mistakes_of(self, exercise: Exercise) -> KnownMistakes:
        """The mistakes with their answers to the public seed, asked now if nobody has before."""
        with _one_by_one[exercise.name]:
            known = known_mistakes(self.package, exercise, PUBLIC_SEED)
            found = known(exercise.questions[-1].name)
        return lambda question: found


def new_seed() -> int:
    """A seed that student code could not foresee, within what Keras takes."""
    return secrets.randbelow(2**32 - 3) + 1


def known_answers(package: str, exercises: Iterable[str], seed: int) -> Mapping[str, Known]:
    """Exercise → what is known of it, asked now or read from this machine's cache.

    Args:
        package: The course.
        exercises: Their names.
        seed: The run's seed.

    Raises:
        TapeworkError: If a reference could not be observed.
    """
    wanted = {name: load_course(package).exercise(name) for name in exercises}
    shares = min(4, os.cpu_count() or 1)
    # As many processes ask them; these threads only wait.
    with ThreadPoolExecutor(shares) as pool:
        parts = [list(wanted.values())[first::shares] for first in range(shares)]
        list(pool.map(lambda part: ask_references(package, part, seed), parts))
    return {
        name: Known(package, reference_answers(package, one, seed)) for name, one in wanted.items()
    }
