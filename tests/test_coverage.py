"""The coverage: every fact and lesson point of the losses chapter, where it is taught."""

from __future__ import annotations

import json

import pytest

from autograder.publish.coverage import coverage


@pytest.fixture(scope="module")
def found():
    return coverage()


def test_every_promised_fact_is_taught_somewhere(found):
    assert found.missing == ()
    assert found.unknown == ()
    assert {f"L-{number:02d}" for number in range(1, 33)} <= set(found.facts)
    assert all(places for places in found.facts.values())


def test_every_lesson_point_of_the_losses_chapter_is_there(found):
    wanted = {f"2.{number}" for number in range(1, 12)} | {"2.4b"}
    assert wanted <= set(found.points)


def test_every_exercise_is_listed_with_points_and_minutes(found):
    names = {row.name for row in found.exercises}
    assert {"huber_fn", "HuberLoss", "mixture_nll", "WeightedLogLikelihood"} <= names
    assert all(row.points > 0 and row.minutes > 0 for row in found.exercises)


def test_it_reads_as_text_and_as_json(found):
    text = found.text()
    assert "L-32" in text
    assert "None is missing." in text
    plain = json.loads(json.dumps(found.to_json()))
    assert plain["complete"] is True
    assert plain["facts"]["L-01"][0]["chapter"] == "losses"
