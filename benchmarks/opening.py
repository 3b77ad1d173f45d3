"""`python -m benchmarks.opening`: from opening a notebook to its first check.

Each solved notebook runs in a fresh kernel as a new learner has it: no caches, no progress. The
time to the first check counts the kernel's start, the set-up cell, the exercise's cell and its
check; lesson cells in between are reading matter and counted apart.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import environ
from pathlib import Path

from benchmarks.results import machine, put

SOLUTIONS = Path(__file__).parent.parent / "solutions"
HEAD = (
    "| notebook | kernel and set-up | to the first check | slowest lesson cell |",
    "|---|--:|--:|--:|",
)


@dataclass
class Opened:
    """The seconds that a notebook took: its kernel, and each code cell by id."""

    kernel: float
    cells: dict[str, float] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def to_first_check(self) -> float | None:
        """From opening to the first card; None where the notebook has no check."""
        checks = [one for one, text in self.sources.items() if text.startswith("check(")]
        if not checks:
            return None
        needed = ("-setup", checks[0], checks[0].removesuffix("-check"))
        return self.kernel + sum(
            seconds for one, seconds in self.cells.items() if one.endswith(needed)
        )

    @property
    def slowest(self) -> tuple[str, float]:
        """The lesson's cell that takes longest, with its seconds."""
        lesson = {
            one: seconds
            for one, seconds in self.cells.items()
            if not one.endswith(("-setup", "-check"))
        }
        return max(lesson.items(), key=lambda item: item[1])


def opened(path: Path) -> Opened:
    """Runs a notebook in a fresh kernel, as a learner would from the top."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=600, skip_cells_with_tag="", record_timing=False)
    began = time.perf_counter()
    with client.setup_kernel():
        found = Opened(time.perf_counter() - began)
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                began = time.perf_counter()
                client.execute_cell(cell, index)
                found.cells[cell.id] = time.perf_counter() - began
                found.sources[cell.id] = cell.source
    return found


def rows() -> Iterator[str]:
    """A row of the table for each notebook, one after another."""
    for path in sorted(SOLUTIONS.glob("*.ipynb")):
        with tempfile.TemporaryDirectory() as home:
            environ.update(XDG_CACHE_HOME=home, TAPEWORK_HOME=home)
            found = opened(path)
        setup = found.kernel + next(
            (seconds for one, seconds in found.cells.items() if one.endswith("-setup")), 0.0
        )
        first, (name, slowest) = found.to_first_check, found.slowest
        told = f"{first:.1f}" if first else "no exercise"
        yield f"| {path.stem} | {setup:.1f} | {told} | {slowest:.1f} (`{name}`) |"


def main() -> None:
    """Runs all notebooks, prints their times and puts them into benchmarks/RESULTS.md."""
    parts = [
        "## From opening a notebook to its first check",
        "Each solved notebook in a fresh kernel, with no caches and no progress, in a run of",
        "```\npython -m benchmarks.opening\n```",
        f"{machine(('tensorflow', 'keras', 'ipykernel'))}. In seconds:",
        "\n".join([*HEAD, *rows()]),
    ]
    text = "\n\n".join(parts)
    print(text)
    put("opening", text)


if __name__ == "__main__":
    main()
