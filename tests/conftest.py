"""Shared by all tests: own folders for progress and caches, and a quiet TensorFlow."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow: no test may fail by the clock.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_home = tempfile.TemporaryDirectory(prefix="tapework-tests-")
os.environ["TAPEWORK_HOME"] = _home.name
# What is printed must arrive where Python holds it back, as it does by default.
os.environ.pop("PYTHONUNBUFFERED", None)
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["CUDA_VISIBLE_DEVICES"] = os.environ.get("CUDA_VISIBLE_DEVICES", "-1")


MANY_SHORT_GROUPS = ("test_every_exercise", "test_recap")


@pytest.fixture(autouse=True)
def _own_progress(tmp_path, monkeypatch):
    """Every test starts as a new learner."""
    monkeypatch.setenv("TAPEWORK_HOME", str(tmp_path / "tapework-home"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker asks an exercise all that is asked of it: answers are kept in its process.

    What is long and runs in one piece begins first, the many short groups fill the gaps.
    """
    items.sort(key=lambda item: item.path.stem in MANY_SHORT_GROUPS)
    for item in items:
        exercise = getattr(item, "callspec", None) and item.callspec.params.get("exercise")
        if exercise and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(getattr(exercise, "name", str(exercise))))
