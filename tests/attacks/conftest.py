"""Graded once for all tests of this folder: the class of attackers and honest witnesses."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .run import Run, grade, prepared


@pytest.fixture(scope="module")
def graded() -> Iterator[Run]:
    """The class after `tapework grade`."""
    with tempfile.TemporaryDirectory(prefix="tapework-attacks-") as name:
        folder = Path(name)
        ground = prepared(folder, folder / "course")
        try:
            yield grade(ground)
        finally:
            ground.close()
