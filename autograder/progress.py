"""What a learner has done, in one small file of the user's data directory."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

from autograder.exercise import Exercise
from autograder.verdict import CORRECT, Verdict


@dataclass(frozen=True)
class Record:
    """One exercise: best points so far, tries, hints seen, solved or not."""

    points: float = 0.0
    tries: int = 0
    hints: int = 0
    solved: bool = False
    asked_for_solution: int = 0


class Progress:
    """Reads and writes the file; one that cannot be read is set aside, never lost.

    Args:
        folder: Where it lies; `TAPEWORK_HOME` or the user's data directory by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        default = os.environ.get("TAPEWORK_HOME") or platformdirs.user_data_dir("tapework")
        self.path = (folder or Path(default)) / "progress.json"
        # An instructor's grading run is nobody's learning.
        self.active = "NBGRADER_EXECUTION" not in os.environ

    def records(self) -> dict[str, Record]:
        """All records by exercise."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            return {str(name): Record(**fields) for name, fields in kept.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError):
            with contextlib.suppress(OSError):
                self.path.replace(self.path.with_suffix(".unreadable.json"))
            return {}

    def record(self, name: str) -> Record:
        """One exercise's record."""
        return self.records().get(name, Record())

    def note_verdict(self, verdict: Verdict) -> None:
        """Counts a try and keeps the best points."""
        one = self.record(verdict.exercise)
        self._keep(
            verdict.exercise,
            replace(
                one,
                tries=one.tries + 1,
                points=max(one.points, verdict.points),
                solved=one.solved or verdict.outcome == CORRECT,
            ),
        )

    def next_hint(self, exercise: Exercise) -> int:
        """The number of the next hint, from 1; the last one again when there are no more."""
        one = self.record(exercise.name)
        number = min(one.hints + 1, len(exercise.hints))
        self._keep(exercise.name, replace(one, hints=number))
        return number

    def asked_for_solution(self, exercise: Exercise) -> int:
        """How often the solution was asked for, this time included."""
        one = self.record(exercise.name)
        asked = one.asked_for_solution + 1
        self._keep(exercise.name, replace(one, asked_for_solution=asked))
        return asked

    def _keep(self, name: str, record: Record) -> None:
        if not self.active:
            return
        # What was worked on last stands last: the dashboard goes on there.
        records = {key: one for key, one in self.records().items() if key != name}
        records[name] = record
        text = json.dumps({key: asdict(one) for key, one in records.items()}, indent=1)
        # A read-only home must not stop a check: then progress is not kept.
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", dir=self.path.parent, delete=False, encoding="utf-8"
            ) as file:
                file.write(text)
            Path(file.name).replace(self.path)
