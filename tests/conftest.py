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

    What is long and runs in one piece begins first, the many short groups fill the gaps; of these,
    the last chapters' are the longest and come first, so that no worker is left alone at the end.
    """
    order: dict[str, int] = {}
    for item in items:
        order.setdefault(_exercise(item), len(order))

    def turn(item: pytest.Item) -> tuple[bool, int]:
        short = item.path.stem in MANY_SHORT_GROUPS
        return short, -order[_exercise(item)] if short else 0

    items.sort(key=turn)
    for item in items:
        if _exercise(item) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(_exercise(item)))


def _exercise(item: pytest.Item) -> str:
    """The name of the exercise that a test is about; empty where it is about none."""
    parameters = getattr(item, "callspec", None) and item.callspec.params
    found = (parameters or {}).get("exercise", "")
    return getattr(found, "name", str(found))
