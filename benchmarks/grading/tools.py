"""What the tools have in common: their folders, how they are called, what they report."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.catalogue import Chapter
from benchmarks.grading.measure import Command
from benchmarks.grading.students import Answers

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Task:
    """One tool's work: a class to grade, in a folder of the tool's own."""

    folder: Path
    chapter: Chapter
    students: Mapping[str, Answers]

    @property
    def course(self) -> Path:
        """Where the course directory lies."""
        return self.folder / "course"

    @property
    def environment(self) -> dict[str, str]:
        """New, empty folders for what is kept between runs: nobody finds anything there."""
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        names = ("XDG_CACHE_HOME", "TAPEWORK_HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR",
                 "IPYTHONDIR", "MPLCONFIGDIR")  # fmt: skip
        # nbgrader calls alembic by its bare name.
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        return {"PATH": path, **{name: str(home) for name in names}}

    def command(self, arguments: Sequence[str], folder: Path | None = None) -> Command:
        """A command that runs in the course directory, or in another folder."""
        output = self.folder / "output.txt"
        return Command(arguments, folder or self.course, output, self.environment)


def prepare(command: Command) -> None:
    """Runs a command that is not measured; its last lines are shown where it fails."""
    done = subprocess.run(
        command.arguments,
        cwd=command.folder,
        env={**os.environ, **command.environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()[-8:]
        raise SystemExit("\n".join([f"{' '.join(command.arguments)} failed:", *said]))
