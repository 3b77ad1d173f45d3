"""A job for a process of its own: whom to ask what, as bytes that travel to it."""

from __future__ import annotations

import io
import json
import linecache
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from autograder.exercise import Exercise
from autograder.observe import SECONDS_A_QUESTION

CANDIDATE, REFERENCE, MISTAKES = "candidate", "reference", "mistakes"


@dataclass(frozen=True)
class Job:
    """Who is asked (`kind`), by what exercise of which course, and how long a question may take.

    `lent` holds sources of references that may be used, by exercise, where there are stubs of them.
    A job of kind "known" may name several exercises, with commas between them.
    `kind` is "source" (payload: Python text), "object" (payload: a pickle made on this machine by
    the same user), "missing", or "known" (no payload; `which` says whether the reference or the
    mistakes, `until` how many of the questions, all where it is None).
    """

    kind: str
    course: str
    exercise: str
    seed: int = 0
    seconds: float = SECONDS_A_QUESTION
    payload: bytes = b""
    which: str = ""
    until: int | None = None
    sources: dict[str, str] = field(default_factory=dict)
    lent: dict[str, str] = field(default_factory=dict)

    def header(self) -> bytes:
        """All but the payload, as JSON."""
        fields = {name: value for name, value in vars(self).items() if name != "payload"}
        return json.dumps(fields).encode()

    @staticmethod
    def read(header: bytes, payload: bytes) -> Job:
        """The job that `header` and a payload make."""
        return Job(**json.loads(header), payload=payload)


def from_source(course: str, exercise: str, text: str, **settings: Any) -> Job:
    """A job for a plain Python text, run as a student's solution cell."""
    return Job("source", course, exercise, payload=text.encode(), **settings)


def from_object(course: str, exercise: str, candidate: Any, **settings: Any) -> Job:
    """A job for a live function or class and what it refers to.

    Raises:
        Exception: Whatever pickling raises, where the candidate holds on to something (an open
            file, a lock) that cannot leave its process.
    """
    payload = _pickled(candidate)
    return Job("object", course, exercise, payload=payload, sources=_cells(), **settings)


def known(course: str, exercises: Iterable[str], which: str, **settings: Any) -> Job:
    """A job for the references ("reference") or all known mistakes ("mistakes") of exercises.

    Subjects of what comes back bear the exercise's name and a slash before their own.
    """
    return Job("known", course, ",".join(exercises), which=which, **settings)


def subjects_of(exercise: Exercise, which: str) -> list[tuple[str, Any, str]]:
    """Name, object and precision of whom a job for known answers asks."""
    if which == REFERENCE:
        return [(REFERENCE, exercise.reference, "float64")]
    return [(one.name, one.candidate, "float32") for one in exercise.mistakes]


def _pickled(candidate: Any) -> bytes:
    import cloudpickle
    import tensorflow as tf

    traced = tf.types.experimental.PolymorphicFunction

    class Pickler(cloudpickle.Pickler):  # type: ignore[misc]
        def reducer_override(self, value: Any) -> Any:
            if isinstance(value, traced) and hasattr(value, "_clone"):
                # Graphs stay here: they cannot be sent, and would hide how often it traces.
                return value._clone(None).__reduce_ex__(4)
            return super().reducer_override(value)

    file = io.BytesIO()
    Pickler(file).dump(candidate)
    return file.getvalue()


def _cells() -> dict[str, str]:
    """The text of notebook cells: AutoGraph and error messages need it in the other process."""
    return {
        name: "".join(entry[2])
        for name, entry in list(linecache.cache.items())
        if len(entry) == 4 and ("ipykernel_" in name or name.startswith("<ipython-input"))
    }
