"""The journal of a run: its seed, whether it came to its end, whose results the gradebook has."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from autograder.errors import TapeworkError
from autograder.grading.result import FOLDER


class Journal:
    """Lines of JSON, each on disk before the run goes on; held by one run at a time."""

    def __init__(self, course: Path, assignment: str) -> None:
        self._path = course / FOLDER / assignment / "journal.jsonl"
        self._lock = FileLock(self._path.with_suffix(".lock"))
        self._written: set[tuple[str, int]] = set()
        self.seed = 0
        self.resumed = False
        self._forced = False

    def __enter__(self) -> Journal:
        """Takes the journal for this run.

        Raises:
            TapeworkError: If another run has it.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            raise TapeworkError(
                "Another `tapework grade` is at work on this assignment: wait for its end."
            ) from None
        except OSError as error:
            raise TapeworkError(f"The journal could not be made ({error.strerror}).") from None
        self.read()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Lets go of it."""
        self._lock.release()

    def begin(self, seed: int, *, force: bool) -> None:
        """Begins a run with a seed, or goes on with the one that was interrupted.

        Args:
            seed: For a run that begins.
            force: Whether this one grades everybody afresh; it goes on with no run that did not.
        """
        if self.resumed and (self._forced or not force):
            return
        self.seed = seed
        self._add({"begin": seed, "force": force})

    def has_written(self, student: str, seed: int) -> bool:
        """Whether the gradebook got the student's result of that seed."""
        return (student, seed) in self._written

    def note_written(self, student: str, seed: int) -> None:
        """The gradebook has it."""
        self._written.add((student, seed))
        self._add({"written": student, "seed": seed})

    def end(self, students: Iterable[str]) -> None:
        """All of these are done; the next run begins anew."""
        self._add({"end": sorted(students)})

    def read(self) -> None:
        """Reads what earlier runs wrote."""
        if not self._path.is_file():
            return
        for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                # The last line of a run that was killed while it wrote.
                continue
            if "begin" in entry:
                self.seed, self.resumed = int(entry["begin"]), True
                self._forced = bool(entry.get("force"))
            elif "written" in entry:
                self._written.add((str(entry["written"]), int(entry["seed"])))
            elif "end" in entry:
                self.resumed = False

    def _add(self, entry: dict[str, Any]) -> None:
        try:
            with self._path.open("a", encoding="utf-8") as file:
                # On a line of its own even after a line that was cut off.
                file.write("\n" + json.dumps(entry) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise TapeworkError(
                f"The journal could not be written ({error.strerror}). Nothing is lost: make "
                "room, then run the same command again, and it goes on."
            ) from None


def interrupted(course: Path, assignment: str) -> bool:
    """Whether the last run over an assignment did not come to its end."""
    journal = Journal(course, assignment)
    journal.read()
    return journal.resumed
