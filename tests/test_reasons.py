"""Errors that Keras and TensorFlow really raise today are told in plainer words."""

from __future__ import annotations

from collections.abc import Callable

import keras
import pytest
import tensorflow as tf

from autograder.answers import Failure
from autograder.compare import difference
from autograder.reasons import REASONS, reason
from autograder.record import answer_to, failure
from autograder.tolerance import Tolerance


class Named(keras.layers.Layer):
    def __init__(self, units=3, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units, self.activation = units, activation


class ByPosition(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", shape=(3,))

    def call(self, inputs):
        return inputs


class NameForAFunction(Named):
    def call(self, inputs):
        return self.activation(inputs)


class WeightsInCall(Named):
    def call(self, inputs):
        self.kernel = self.add_weight(name="kernel", shape=(3,))
        return inputs * self.kernel


class Branches(Named):
    def call(self, inputs):
        return inputs if tf.reduce_sum(inputs) > 0 else -inputs


class LeavesTensorFlow(Named):
    def call(self, inputs):
        return tf.constant(inputs.numpy())


class OneWidth(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.kernel = self.add_weight(name="kernel", shape=(3, 2))

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel)


class NeedsUnits(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units)

    def call(self, inputs):
        return self.dense(inputs)


class NoConfig(keras.Model):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def call(self, inputs):
        return self.function(inputs)


def in_graph(layer: keras.layers.Layer) -> Callable[[], object]:
    return lambda: tf.function(layer)(tf.ones((2, 3)))


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (lambda: ByPosition()(tf.ones((2, 3))), "by keyword"),
        (lambda: NameForAFunction()(tf.ones((2, 3))), "keras.activations.get"),
        (lambda: WeightsInCall()(tf.ones((2, 3))), "made once"),
        (in_graph(Branches()), "not in a graph"),
        (in_graph(LeavesTensorFlow()), "nothing may leave TensorFlow"),
        (lambda: OneWidth()(tf.ones((2, 5))), "belongs to one example only"),
        (lambda: tf.function(OneWidth())(tf.ones((2, 5))), "belongs to one example only"),
        (lambda: tf.square(keras.Input((3,))), "keras.ops"),
        (lambda: Named.from_config({"width": 3}), "names must be the same"),
        (lambda: NeedsUnits.from_config({}), "an entry for every argument"),
        (lambda: NoConfig(tf.square).get_config(), "get_config"),
    ],
)
def test_what_it_means_is_told(action: Callable[[], object], words: str) -> None:
    answer = answer_to(action)
    assert isinstance(answer, Failure)
    assert words in reason(answer), answer


def test_an_unknown_error_is_told_by_its_type_and_line() -> None:
    told = difference(failure(ZeroDivisionError("by zero")), answer_to(lambda: 1.0), Tolerance())
    assert told is not None
    assert told.why == "Your code raised ZeroDivisionError."
    assert told.raised


def test_no_reason_hides_another() -> None:
    assert len({(kind, part) for kind, part, _ in REASONS}) == len(REASONS)
    assert all(words.endswith(".") for _, _, words in REASONS)
