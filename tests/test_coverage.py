"""The coverage: every fact and lesson point of the chapters, where it is taught."""

from __future__ import annotations

import json

import pytest

from autograder.publish.coverage import coverage
from autograder.publish.tables import coverage_text


@pytest.fixture(scope="module")
def found():
    return coverage()


def test_every_promised_fact_is_taught_somewhere(found):
    assert found.missing == ()
    assert found.unknown == ()
    for letter, many in {"L": 32, "M": 18, "Y": 37}.items():
        assert {f"{letter}-{number:02d}" for number in range(1, many + 1)} <= set(found.facts)
    assert all(places for places in found.facts.values())


def test_every_lesson_point_of_the_chapters_is_there(found):
    wanted = {"2.4b"}
    for chapter, many in {2: 11, 3: 8, 4: 12}.items():
        wanted |= {f"{chapter}.{number}" for number in range(1, many + 1)}
    assert wanted <= set(found.points)


def test_every_exercise_is_listed_with_points_and_minutes(found):
    names = {row.name for row in found.exercises}
    assert {"huber_fn", "HuberLoss", "mixture_nll", "WeightedLogLikelihood"} <= names
    assert all(row.points > 0 and row.minutes > 0 for row in found.exercises)


def test_it_reads_as_text_and_as_json(found):
    text = coverage_text(found)
    assert "L-32" in text
    assert "None is missing." in text
    plain = json.loads(json.dumps(found.to_json()))
    assert plain["complete"] is True
    assert plain["facts"]["L-01"][0]["chapter"] == "losses"
