"""What a learner has done, in one small file of the user's data directory, or in Drive on Colab."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path

from filelock import FileLock

from autograder.exercise import Exercise
from autograder.files import replace_file
from autograder.home import DRIVE, Home, home
from autograder.verdict import CORRECT, Verdict

WAIT = 10  # seconds for another notebook, which needs milliseconds
# What could not be written, by file: this process remembers it until it can.
_unwritten: dict[Path, dict[str, Record]] = {}


@dataclass(frozen=True)
class Record:
    """One exercise: best points so far, tries, hints seen, solved or not, and its recaps.

    `recapped` is when it was last recapped, in seconds since 1970, 0 for never.
    """

    points: float = 0.0
    tries: int = 0
    hints: int = 0
    solved: bool = False
    asked_for_solution: int = 0
    recaps: int = 0
    recaps_right: int = 0
    recapped: float = 0.0

    def joined(self, other: Record) -> Record:
        """What two machines know of one exercise: the best of both, and all tries."""
        return Record(
            points=max(self.points, other.points),
            tries=self.tries + other.tries,
            hints=max(self.hints, other.hints),
            solved=self.solved or other.solved,
            asked_for_solution=max(self.asked_for_solution, other.asked_for_solution),
            recaps=self.recaps + other.recaps,
            recaps_right=self.recaps_right + other.recaps_right,
            recapped=max(self.recapped, other.recapped),
        )


class Progress:
    """Reads and writes the file; one that makes no sense is set aside, never lost.

    Notebooks that are open at once take turns: each reads and writes under a lock. Where it can't
    be written, what is noted is known until the process ends.

    Args:
        folder: Where it lies; the learner's own folder by default.
        drive: Where Google Drive is on Colab, once it is mounted.
    """

    def __init__(self, folder: Path | None = None, drive: Path = DRIVE) -> None:
        self.home = Home(folder) if folder else home(drive)
        self.path = self.home.folder / "progress.json"
        # An instructor's grading run is nobody's learning.
        self.active = "NBGRADER_EXECUTION" not in os.environ
        if self.home.before and self.active:
            self._bring(self.home.before)

    def records(self) -> dict[str, Record]:
        """All records by exercise; what was worked on last stands last."""
        return self._look()[0]

    def record(self, name: str) -> Record:
        """One exercise's record."""
        return self.records().get(name, Record())

    def note_verdict(self, verdict: Verdict) -> None:
        """Counts a try and keeps the best points."""
        self._change(
            verdict.exercise,
            lambda one: replace(
                one,
                tries=one.tries + 1,
                points=max(one.points, verdict.points),
                solved=one.solved or verdict.outcome == CORRECT,
            ),
        )

    def next_hint(self, exercise: Exercise) -> int:
        """The number of the next hint, from 1; the last one again when there are no more."""
        most = len(exercise.hints)
        return self._change(
            exercise.name, lambda one: replace(one, hints=min(one.hints + 1, most))
        ).hints

    def asked_for_solution(self, exercise: Exercise) -> int:
        """How often the solution was asked for, this time included."""
        return self._change(
            exercise.name, lambda one: replace(one, asked_for_solution=one.asked_for_solution + 1)
        ).asked_for_solution

    def note_recap(self, name: str, right: bool) -> None:
        """Counts an answer to a recap question."""
        self._change(
            name,
            lambda one: replace(
                one,
                recaps=one.recaps + 1,
                recaps_right=one.recaps_right + right,
                recapped=time.time(),
            ),
            last=False,
        )

    def _change(
        self, name: str, change: Callable[[Record], Record], *, last: bool = True
    ) -> Record:
        """Changes one record. The dashboard goes on at the one that stands last."""
        if not self.active:
            return change(self.record(name))
        with self._alone():
            records, answers = self._look()
            changed = change(records.get(name, Record()))
            if last:
                records.pop(name, None)
            _unwritten.setdefault(self.path, {})[name] = changed
            # A home that can't be written, or a drive that doesn't answer, must not stop a check.
            with contextlib.suppress(OSError):
                if answers:
                    self._write({**records, name: changed})
                    del _unwritten[self.path]
        return changed

    def _look(self) -> tuple[dict[str, Record], bool]:
        """The records, what is yet unwritten among them, and whether the file could be read."""
        ours = _unwritten.get(self.path, {})
        try:
            records, answers = self._read(), True
        except OSError:
            records, answers = {}, False
        return {**{name: one for name, one in records.items() if name not in ours}, **ours}, answers

    def _read(self) -> dict[str, Record]:
        """The file's records.

        Raises:
            OSError: If there is a file and it can't be read now.
        """
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            return {str(name): Record(**fields) for name, fields in kept.items()}
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (ValueError, TypeError, AttributeError):
            names = (self.path.with_suffix(f".unreadable-{number}.json") for number in count(1))
            self.path.replace(next(one for one in names if not one.exists()))
            return {}

    def _write(self, records: dict[str, Record]) -> None:
        text = json.dumps({name: asdict(one) for name, one in records.items()}, indent=1)
        replace_file(self.path, text.encode())

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other process changes the file; where no lock can be had, all the same."""
        with contextlib.ExitStack() as held:
            with contextlib.suppress(OSError, NotImplementedError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                held.enter_context(FileLock(self.path.with_suffix(".lock"), timeout=WAIT))
            yield

    def _bring(self, before: Path) -> None:
        """Takes along what was done and kept before Drive was mounted; later work stands last."""
        earlier = Progress(before)
        parts = sorted((before / "library").glob("*.py"))
        if not parts and not earlier.path.exists():
            return
        with self._alone(), contextlib.suppress(OSError):
            # What can't be read now is neither written over nor removed.
            records = self._read()
            for name, one in earlier._read().items():
                records[name] = records.pop(name, Record()).joined(one)
            self._write(records)
            earlier.path.unlink(missing_ok=True)
            for part in parts:
                target = self.path.parent / "library" / part.name
                if not target.exists() or target.stat().st_mtime < part.stat().st_mtime:
                    replace_file(target, part.read_bytes())
                part.unlink()
