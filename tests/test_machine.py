"""The page that says whether a machine is ready."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from autograder import machine


def test_a_machine_that_runs_the_tests_is_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPEWORK_HOME", str(tmp_path / "new"))
    told = machine().markdown
    assert "✗" not in told
    assert "Everything is ready" in told
    assert version("tensorflow") in told


def test_what_is_too_old_is_told_with_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.ready.version", lambda name: "1.4.0")
    told = machine().markdown
    assert "| ✗ | TensorFlow | 1.4.0: 2.19 or later is needed |" in told
    assert "Mend the lines" in told
