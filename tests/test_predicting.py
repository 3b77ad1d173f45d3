"""A prediction runs nothing before it is made, and is compared as people write."""

from __future__ import annotations

from typing import Any

import pytest
import tensorflow as tf

from autograder.live import predict
from autograder.predicting import OPEN, RIGHT, WRONG

NAN = float("nan")


def test_nothing_runs_before_there_is_a_guess() -> None:
    ran: list[int] = []
    assert predict(lambda: ran.append(1), guess=...).outcome == OPEN
    assert not ran


@pytest.mark.parametrize(
    ("outcome", "guess"),
    [
        (lambda: (tf.ones((3, 1)) + tf.ones(4)).shape, (3, 4)),
        (lambda: (tf.ones((3, 1)) + tf.ones(4)).shape, [3, 4]),
        (lambda: tf.constant([1.0, NAN]), [1, NAN]),
        (lambda: tf.Variable(2.0), 2),
        (lambda: [None, tf.constant(38.14697)], [None, 38.1]),
        (lambda: tf.constant(1.0).dtype, "float32"),
        (lambda: tf.constant("é"), "é"),
        (lambda: None, None),
        (lambda: print("tracing\ntracing"), "tracing tracing"),
        (lambda: tf.ones(3) + tf.ones(2), tf.errors.InvalidArgumentError),
        (lambda: {}["a"], "KeyError"),
        (lambda: {}["a"], LookupError),
        (lambda: tf.constant([True, False]), [True, False]),
    ],
)
def test_a_right_guess_is_told_so(outcome: Any, guess: Any) -> None:
    assert predict(outcome, guess=guess).outcome == RIGHT


@pytest.mark.parametrize(
    ("outcome", "guess"),
    [
        (lambda: tf.ones((3, 4)).shape, (3,)),
        (lambda: None, 0),
        (lambda: True, 1),
        (lambda: 0.0, NAN),
        (lambda: 36.0, 38.1),
        (lambda: print("a"), "b"),
        (lambda: {}["a"], ValueError),
        (lambda: {}["a"], None),
        (lambda: 3, KeyError),
        (lambda: [1, 2], 1),
    ],
)
def test_a_wrong_guess_is_told_with_what_came(outcome: Any, guess: Any) -> None:
    told = predict(outcome, guess=guess)
    assert told.outcome == WRONG
    assert "You expected" in repr(told)
    assert "It " in repr(told)
    assert 'data-prediction="wrong"' in told._repr_mimebundle_()["text/html"]


def test_what_is_shown_is_escaped() -> None:
    shown = predict(lambda: "<b>", guess="<i>")._repr_mimebundle_()["text/html"]
    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown
