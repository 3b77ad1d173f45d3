"""Asks candidates in processes of their own, forked from one that has TensorFlow imported."""

from autograder.isolation.job import Job, from_object, from_source, known, subjects_of
from autograder.isolation.server import can_isolate, run, start

__all__ = [
    "Job",
    "can_isolate",
    "from_object",
    "from_source",
    "known",
    "run",
    "start",
    "subjects_of",
]
