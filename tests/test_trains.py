"""A training step is judged by its losses and by every weight that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import keras
import pytest
import tensorflow as tf

from autograder import ask
from autograder.questions.base import Setting


def start(setting: Setting) -> Mapping[str, Any]:
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, kernel_regularizer=keras.regularizers.L2(0.1)),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1),
        ]
    )
    return {"model": model, "optimizer": keras.optimizers.SGD(0.1)}


def step(model: Any, optimizer: Any, x: Any, y: Any, **kind: Any) -> Any:
    training, regularised, updated = (
        kind.get(one, True) for one in ("training", "regularised", "updated")
    )
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x, training=training)) ** 2)
        loss += tf.add_n(model.losses) if regularised else 0.0
    weights = model.trainable_variables
    gradients = tape.gradient(loss, weights)
    if updated:
        optimizer.apply_gradients(zip(gradients, weights, strict=True))
    return kind.get("back", lambda loss: loss)(loss)


def judged(candidate: Callable[..., Any], **fields: Any) -> Any:
    question = ask.trains("step(model, optimizer, x, y)", start=start, **fields)
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    try:
        expected = question.ask(step, Setting("step", 3, "float64"))
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")
    setting = Setting("step", 3)
    return question.judge(question.ask(candidate, setting), question.asked(expected), setting)


@pytest.mark.parametrize("graph", [False, True])
def test_the_same_step_passes(graph: bool) -> None:
    assert judged(step, graph=graph) is None
    assert judged(tf.function(step), graph=graph) is None


def test_an_if_on_tensors_is_converted_as_in_a_call_of_ones_own() -> None:
    def branching(model: Any, optimizer: Any, x: Any, y: Any) -> Any:
        if tf.reduce_sum(x) > 1e9:
            x = 0.0 * x
        return step(model, optimizer, x, y)

    assert judged(branching, graph=True) is None


def test_a_loss_may_be_a_python_number() -> None:
    assert judged(lambda *given: step(*given, back=float)) is None


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ({"training": False}, "step 1 returns"),
        ({"regularised": False}, "step 1 returns"),
        ({"updated": False}, "step 2 returns"),
        ({"back": lambda loss: None}, "step 1 returns"),
        ({"back": lambda loss: [loss, loss]}, "step 1 returns"),
        ({"back": lambda loss: loss["a"]}, "step 1 returns"),
    ],
)
def test_what_is_left_out_is_found(kind: dict[str, Any], where: str) -> None:
    found = judged(lambda *given: step(*given, **kind))
    assert where in found.label


def test_weights_are_looked_at_where_nothing_is_returned() -> None:
    found = judged(lambda *given: step(*given, updated=False), returned=False, sizes=(4,))
    assert "after the last step" in found.label


def test_a_seed_gives_other_batches() -> None:
    question = ask.trains("step(model, optimizer, x, y)", start=start)
    one, other = (question.batches(Setting("step", seed))[0][0] for seed in (0, 1))
    assert (one != other).all()
