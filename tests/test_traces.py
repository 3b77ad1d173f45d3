"""Which graphs a sequence of calls makes and runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import tensorflow as tf

from autograder import ask, case, normal
from autograder.answers import is_stub
from autograder.questions.base import Setting
from autograder.questions.traces import operations_of, watched_graphs

SETTING = Setting("cube")
ANY = ask.traces("cube(x)", case(x=normal(2)), case(x=normal(3, 2)), case(x=normal(5)))
ONCE = ask.traces("cube(x)", case(x=normal(2)), case(x=normal(3)), case(x=normal(5)), once=True)


def plain(x: Any) -> Any:
    return x**3


def made_anew(x: Any) -> Any:
    return tf.function(plain)(x)


def python_numbers(x: Any) -> Any:
    return tf.function(lambda x, first: x * first * first)(x, 1.0) * x * x


def _wrapped() -> Callable[[Any], Any]:
    inner = tf.function(plain)
    return lambda x: inner(tf.convert_to_tensor(x))


def judged(question: Any, candidate: Any) -> Any:
    signature = [tf.TensorSpec([None], tf.float32)] if question.once else None
    expected = question.ask(tf.function(plain, input_signature=signature), SETTING)
    return question.judge(question.ask(candidate, SETTING), expected, SETTING)


@pytest.mark.parametrize(
    "make",
    [
        lambda: tf.function(plain),
        lambda: tf.function(plain, reduce_retracing=True),
        lambda: tf.function(plain, jit_compile=True),
        lambda: tf.function(plain, input_signature=[tf.TensorSpec(None)]),
        _wrapped,
    ],
)
def test_a_traced_function_passes_however_it_is_made(make: Callable[[], Any]) -> None:
    assert judged(ANY, make()) is None


@pytest.mark.parametrize(
    ("candidate", "received"),
    [(plain, "no graph"), (made_anew, "a new graph"), (python_numbers, "a new graph")],
)
def test_what_traces_never_or_always_is_found(candidate: Any, received: str) -> None:
    found = judged(ANY, candidate)
    assert found is not None
    assert found.difference.received == received


def test_one_graph_for_all_is_told_from_one_for_each_shape() -> None:
    signature = [tf.TensorSpec([None], tf.float32)]
    assert judged(ONCE, tf.function(plain, input_signature=signature)) is None
    assert judged(ONCE, tf.function(plain)).difference.expected == "the graph of call 1 again"


def test_counts_that_are_no_counts_are_no_graphs() -> None:
    right = ONCE.ask(tf.function(plain), SETTING)
    values = {label: one for label, one in right.items() if label.startswith("call")}
    assert ONCE.judge(values, right, SETTING) is not None


def test_watching_leaves_nothing_behind() -> None:
    traced = tf.function(plain)
    with watched_graphs() as seen:
        traced(tf.constant(2.0))
        traced(tf.constant(3.0))
    assert (seen.made, seen.ran) == (1, 2)
    traced(tf.constant([2.0]))
    assert (seen.made, seen.ran) == (1, 2)


def test_operations_of_inner_graphs_are_counted() -> None:
    def loop(n: Any) -> Any:
        total = tf.constant(0)
        for i in tf.range(n):
            total += i * i
        return total

    counted = operations_of(loop, tf.TensorSpec([], tf.int32))
    assert counted["Mul"] == 1
    assert counted["StatelessWhile"] + counted["While"] == 1


def test_a_known_mistake_about_graphs_is_recognised() -> None:
    mistake = ANY.ask(made_anew, SETTING)
    assert ANY.judge(ANY.ask(made_anew, SETTING), mistake, SETTING) is None
    assert ANY.judge(ANY.ask(plain, SETTING), mistake, SETTING) is not None


def test_an_untouched_starter_is_told_as_one() -> None:
    def starter(x: Any) -> Any:
        raise NotImplementedError

    assert is_stub(ANY.ask(starter, SETTING))
