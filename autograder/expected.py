"""What the reference and the known mistakes answer: asked once, then kept on disk."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import platformdirs

from autograder import isolation, wire
from autograder.answers import Observations
from autograder.errors import TapeworkError
from autograder.exercise import Exercise, Mistake
from autograder.files import replace_file
from autograder.isolation.job import MISTAKES, REFERENCE
from autograder.judge import KnownMistakes, questions_of, up_to
from autograder.observe import observe
from autograder.questions.base import Setting


def reference_answers(course: str, exercise: Exercise, seed: int) -> Observations:
    """What the reference answers.

    Raises:
        TapeworkError: If it could not be observed.
    """
    seen = _known(course, exercise, seed, REFERENCE, len(questions_of(exercise)))
    if REFERENCE not in seen:
        raise TapeworkError(f"The reference of {exercise.name!r} could not be observed.")
    return seen[REFERENCE]


def ask_references(course: str, exercises: Sequence[Exercise], seed: int) -> None:
    """Has references answered one after another in one process, for `reference_answers` to find."""
    missing = [one for one in exercises if not _read(_path(one, seed, REFERENCE), [REFERENCE])]
    if not missing or not isolation.can_isolate():
        return
    _ask(course, missing, seed, REFERENCE)


def known_mistakes(course: str, exercise: Exercise, seed: int) -> KnownMistakes:
    """The known mistakes with their answers, observed as far as the judge asks for them."""

    def mistakes(question: str) -> list[tuple[Mistake, Observations]]:
        until = len(up_to(exercise, question))
        seen = _known(course, exercise, seed, MISTAKES, until)
        return [(one, seen[one.name]) for one in exercise.mistakes if one.name in seen]

    return mistakes


@cache
def _known(
    course: str, exercise: Exercise, seed: int, which: str, until: int
) -> Mapping[str, Observations]:
    """Observations by subject, of the reference or of all mistakes; at least `until` questions."""
    for count in range(len(questions_of(exercise)), until - 1, -1):
        if kept := _read(_path(exercise, seed, which, count), _subjects(exercise, which)):
            return kept
    return _ask(course, [exercise], seed, which, until)[exercise.name]


def _ask(
    course: str, exercises: Sequence[Exercise], seed: int, which: str, until: int | None = None
) -> dict[str, dict[str, Observations]]:
    """Exercise → subject → observations, in one process; what is complete is kept on disk.

    `until` is how many of the questions are asked: all by default.
    """
    seen: dict[str, dict[str, Observations]] = {one.name: {} for one in exercises}
    if isolation.can_isolate():
        told = isolation.run(isolation.known(course, list(seen), which, seed=seed, until=until))
        for name, subject in (key.split("/") for key in told):
            seen[name][subject] = told[f"{name}/{subject}"]
    else:
        seen = {one.name: _observe_here(one, seed, which, until) for one in exercises}
    for one in exercises:
        subjects = _subjects(one, which)
        if len(seen[one.name]) == len(subjects):
            found = [seen[one.name][name] for name in subjects]
            _write(_path(one, seed, which, until), found)
    return seen


def _subjects(exercise: Exercise, which: str) -> list[str]:
    return [REFERENCE] if which == REFERENCE else [one.name for one in exercise.mistakes]


def _path(exercise: Exercise, seed: int, which: str, until: int | None = None) -> Path:
    folder = Path(platformdirs.user_cache_dir("tapework")) / "expected"
    count = until or len(questions_of(exercise))
    return folder / f"{exercise.name}-{which}-{count}-{_fingerprint(exercise, seed)}.npz"


def _observe_here(
    exercise: Exercise, seed: int, which: str, until: int | None
) -> dict[str, Observations]:
    questions = questions_of(exercise)[:until]
    return {
        name: observe(subject, questions, Setting(exercise.name, seed, precision))
        for name, subject, precision in isolation.subjects_of(exercise, which)
    }


@cache
def _fingerprint(exercise: Exercise, seed: int) -> str:
    """Changes with the chapter's code, the engine, TensorFlow, Keras and the seed."""
    digest = hashlib.sha256(engine_digest())
    for path in sorted(exercise.file.parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update(f"{seed} {version('tensorflow')} {version('keras')}".encode())
    return digest.hexdigest()[:16]


@cache
def engine_digest() -> bytes:
    """Changes with the engine's code, as far as answers depend on it."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*here.glob("*.py"), *here.glob("questions/*.py")]):
        digest.update(path.read_bytes())
    return digest.digest()


def _read(path: Path, subjects: list[str]) -> dict[str, Observations] | None:
    """What was kept, or None where there is nothing or it cannot be read."""
    try:
        data, found = path.read_bytes(), []
        while data:
            size = int.from_bytes(data[:8], "big")
            found.append(wire.from_bytes(data[8 : 8 + size]))
            data = data[8 + size :]
        return dict(zip(subjects, found, strict=True))
    except (OSError, ValueError, TapeworkError):
        return None


def _write(path: Path, seen: list[Observations]) -> None:
    packed = [wire.to_bytes(one) for one in seen]
    # A cache that cannot be written (a read-only home) costs time, nothing else.
    with contextlib.suppress(OSError):
        replace_file(path, b"".join(len(one).to_bytes(8, "big") + one for one in packed))
