"""Run in a process of its own: which ready-made stand-ins the kept answers run, as JSON.

Watching alters TensorFlow's and Keras' functions for good, so no other test may share the process.
"""

from __future__ import annotations

import json
import warnings

from autograder import forbidden
from tests.exercises import EXERCISES, STYLES, ask, cell, styles


def main() -> None:
    warnings.simplefilter("ignore")
    used: dict[str, list[str]] = {name: [] for name in EXERCISES}
    for name, exercise in EXERCISES.items():
        forbidden.watch(exercise.forbids, used[name])
    told = {}
    for exercise, file in [*styles(), *styles("forbidden/*.py")]:
        if exercise.forbids:
            used[exercise.name].clear()
            ask(exercise, cell(file.read_text(), exercise.name))
            told[str(file.relative_to(STYLES))] = list(used[exercise.name])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
