"""Recaps: someone's wrong answer to an exercise of two chapters ago. What is wrong with it?"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from autograder.catalogue import Course
from autograder.exercise import Exercise
from autograder.progress import Record
from autograder.slip import Slip, slip

BACK = 2  # chapters
AT_ONCE = 2  # questions
LETTERS = "abc"


@dataclass(frozen=True)
class Question:
    """A wrong answer's source, and what one might tell who wrote it: one of them is true.

    `number` counts the questions about one exercise, from 0; `right` is the true one's letter.
    """

    exercise: str
    number: int
    source: str
    options: tuple[str, ...]
    right: str

    @property
    def sentence(self) -> str:
        """What is wrong with the answer."""
        return self.options[LETTERS.index(self.right)]


def questions(course: Course, chapter: int, records: Mapping[str, Record]) -> list[Question]:
    """What to ask a learner now: of what was solved two chapters ago, the longest unasked first.

    Args:
        course: The course.
        chapter: The number of the chapter at hand; 0 asks about all chapters.
        records: The learner's records.
    """
    solved = [
        exercise
        for one in course.chapters
        if not chapter or one.number == chapter - BACK
        for name, exercise in one.graded.items()
        if records.get(name, Record()).solved
    ]
    # Of those never asked, the important ones first.
    solved.sort(key=lambda one: (records[one.name].recapped, -one.importance))
    asked = (question(one, records[one.name].recaps) for one in solved)
    return list(islice((one for one in asked if one), AT_ONCE))


def question(exercise: Exercise, number: int) -> Question | None:
    """The question of that number about an exercise: the same each time, another for another.

    Returns:
        None where no mistake of the exercise can be shown readably.
    """
    usable = _usable(exercise)
    if not usable:
        return None
    order = random.Random(exercise.name).sample(sorted(usable), len(usable))
    name = order[number % len(order)]
    shown, others = usable[name]
    own = next(one.sentence for one in exercise.mistakes if one.name == name)
    draw = random.Random(f"{exercise.name} {number}")
    options = draw.sample([own, *draw.sample(others, len(LETTERS) - 1)], len(LETTERS))
    right = LETTERS[options.index(own)]
    return Question(exercise.name, number, shown.source, tuple(options), right)


@cache
def _usable(exercise: Exercise) -> dict[str, tuple[Slip, list[str]]]:
    """Mistake → how it looks, and sentences that are not true of it, where there are enough."""
    found = {}
    for mistake in exercise.mistakes:
        shown = slip(exercise, mistake)
        if shown is None:
            continue
        others = [
            one.sentence
            for one in exercise.mistakes
            if one.name not in shown.built_from and one.sentence != mistake.sentence
        ]
        if len(set(others)) >= len(LETTERS) - 1:
            found[mistake.name] = (shown, sorted(set(others)))
    return found
