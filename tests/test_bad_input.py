"""Whatever a learner hands in, the card says what was expected, what came and what to do."""

from __future__ import annotations

import json

import pytest

from autograder.catalogue import load_course
from autograder.checking import check_source
from autograder.feedback.html import card
from autograder.feedback.text import text_card
from autograder.judge import judge
from autograder.verdict import CORRECT, INCORRECT, NOT_ATTEMPTED

RIGHT = """
error = y_true - y_pred
    result = tf.where(tf.abs(error) <= 1, error**2 / 2, tf.abs(error) - 0.5)
"""


def judged(text: str):
    course = load_course()
    return check_source(course.package, course.exercise("huber_fn"), text)


def function(body: str) -> str:
    return f"def huber_fn(y_true, y_pred):\n    {body}\n"


BAD = {
    "missing": ("x = 1", "is not defined"),
    "not callable": ("huber_fn = 3", "object of type int"),
    "another signature": ("def huber_fn(errors):\n    return errors", "signature"),
    "raises": (function("return 1 / 0"), "ZeroDivisionError"),
    "raises on import": ("import no_such_module\n" + function("pass"), "ModuleNotFoundError"),
    "a syntax error": ("def huber_fn(y_true, y_pred)\n    pass", "SyntaxError"),
    "returns nothing": (function("y_true - y_pred"), "`return`"),
    "a Python float": (function("return 0.5"), "Expected a TensorFlow tensor"),
    "NumPy": (function("return np.abs(y_true - y_pred)"), "NumPy array"),
    "a wrong rank": (function("return (y_true - y_pred)[..., None]"), "Expected shape (4,)"),
    "an average": (function("return tf.reduce_mean(y_true - y_pred)"), "did you average"),
    "NaN": (function("return (y_true - y_pred) * float('nan')"), "NaN came out"),
    "another dtype": (function("return tf.cast(y_true - y_pred, 'float64')"), "dtype float32"),
    "a huge array": (
        function("return tf.zeros((3_000, 10_000))"),
        "Expected shape (4,), received (3000, 10000)",
    ),
    "more memory than there is": (
        function("return tf.constant(np.ones((10**6, 10**6)))"),
        "Error",
    ),
    "an endless loop": (function("\n    while True:\n        pass"), "did not end"),
    "an endless loop that catches all": (
        function("\n    while True:\n        try:\n            while True: pass\n"
                 "        except BaseException: pass"),
        "did not end",
    ),
    "a blocked call": (
        function("import tensorflow as tf; return tf.queue.FIFOQueue(1, 'float32').dequeue()"),
        "did not end",
    ),
    "exit()": (function("raise SystemExit(3)"), "SystemExit"),
    "os._exit": (function("import os; os._exit(7)"), "exit code 7"),
    "a crash": (function("import ctypes; ctypes.string_at(0)"), "SIGSEGV"),
    "endless recursion": (function("return huber_fn(y_true, y_pred)"), "RecursionError"),
    "an int": (function("return tf.cast(y_true, 'int32')"), "dtype float32"),
    "a list": (function("return [y_true]"), "Expected a TensorFlow tensor"),
    "a generator": (function("yield y_true"), "Expected a TensorFlow tensor"),
    "asks for input": (function("return float(input())"), "EOFError"),
}  # fmt: skip


@pytest.mark.parametrize("text, says", BAD.values(), ids=BAD.keys())
def test_bad_candidate_gets_a_card_in_plain_words(text: str, says: str) -> None:
    verdict = judged(text)
    assert verdict.outcome == INCORRECT
    assert verdict.points < verdict.max_points
    shown = text_card(verdict)
    assert says in shown
    assert "Expected" in shown and "Received" in shown
    assert "tapework-card" in card(verdict)
    json.dumps(verdict.to_json())


@pytest.mark.parametrize("bad", ["missing", "raises on import", "a syntax error"])
def test_no_mistake_is_looked_for_where_nothing_was_defined(bad: str) -> None:
    verdict = judged(BAD[bad][0])
    assert verdict.observed is not None and verdict.expected is not None
    exercise = load_course().exercise("huber_fn")
    again = judge(
        exercise, verdict.observed, verdict.expected, lambda question: pytest.fail("asked")
    )
    assert again.message == verdict.message


def test_an_argument_that_is_changed_is_noticed() -> None:
    course = load_course()
    text = (
        "def positive_weights(weights):\n"
        "    weights.assign(tf.maximum(weights, 0.0))\n"
        "    return tf.convert_to_tensor(weights)\n"
    )
    verdict = check_source(course.package, course.exercise("positive_weights"), text)
    assert verdict.points < verdict.max_points
    assert "was changed" in text_card(verdict) or "assign" in text_card(verdict)


@pytest.mark.parametrize(
    "extra, shown",
    [
        ("print('hello')", "hello"),
        ("import os; os.write(2, b'noise on descriptor 2')", "noise on descriptor 2"),
        ("import sys; sys.stderr.write('noise')", "noise"),
        ("import logging; logging.error('noise')", "noise"),
        ("import os; os.write(1, b'2.0')", "2.0"),
        ("import warnings; warnings.warn('careful')", ""),
    ],
)
def test_noise_costs_no_points_and_is_shown_apart(extra: str, shown: str) -> None:
    body = RIGHT.strip()
    verdict = judged(function(f"{extra}\n    {body}\n    return result"))
    assert verdict.outcome == CORRECT
    assert verdict.points == verdict.max_points
    assert shown in verdict.printed
    assert bool(shown) == ("Your code also wrote" in text_card(verdict))


def test_noise_is_bounded() -> None:
    verdict = judged(function(f"print('x' * 10**6)\n    {RIGHT.strip()}\n    return result"))
    assert verdict.outcome == CORRECT
    assert len(verdict.printed) <= 4000
    assert len(text_card(verdict)) < 2000


def test_what_follows_a_definition_may_fail() -> None:
    text = function(f"{RIGHT.strip()}\n    return result") + "\n1 / 0\n"
    assert judged(text).outcome == CORRECT


def test_the_stub_is_not_attempted() -> None:
    verdict = judged(function("# YOUR CODE HERE\n    raise NotImplementedError()"))
    assert verdict.outcome == NOT_ATTEMPTED
    assert verdict.points == 0


def test_answers_given_before_the_end_of_the_process_count() -> None:
    text = """
calls = 0
def huber_fn(y_true, y_pred):
    global calls
    calls += 1
    if calls > 6:
        import os
        os._exit(1)
    error = y_true - y_pred
    return tf.where(tf.abs(error) <= 1, error**2 / 2, tf.abs(error) - 0.5)
"""
    verdict = judged(text)
    assert verdict.results[0].passed is True
    assert 0 < verdict.points < verdict.max_points
    assert "exit code 1" in text_card(verdict)


@pytest.mark.parametrize(
    "stand_in",
    [
        "import keras\ndef huber_fn(y_true, y_pred):\n"
        "    return keras.losses.Huber(reduction='none')(y_true, y_pred)",
        "import keras\ndef huber_fn(y_true, y_pred):\n"
        "    loss = getattr(keras.losses, 'Hu' + 'ber')(reduction=None)\n"
        "    return loss(y_true[:, None], y_pred[:, None])",
        "import tensorflow as tf\nhuber_fn = tf.keras.losses.Huber(reduction=None)",
        "from course.losses import huber_fn",
        "import course.losses.huber_fn\nimport sys\n"
        "def huber_fn(y_true, y_pred):\n"
        "    return sys.modules['course.losses.huber_fn'].huber_fn(y_true, y_pred)",
    ],
)
def test_a_ready_made_stand_in_earns_nothing(stand_in: str) -> None:
    verdict = judged(stand_in)
    assert verdict.points == 0
    assert verdict.outcome == INCORRECT
