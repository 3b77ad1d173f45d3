"""Metrics, layers and models that fail in different ways are told apart in words."""

from __future__ import annotations

import pytest

from autograder import isolation
from autograder.catalogue import load_course
from autograder.checking import check_source
from autograder.feedback.text import text_card
from autograder.verdict import Verdict

METRIC = """
class StreamingPrecision(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.right = self.add_weight(name="right", initializer="zeros")
        self.positive = self.add_weight(name="positive", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
        positive = tf.cast(y_pred > self.threshold, "float32")
        if sample_weight is not None:
            positive *= tf.reshape(sample_weight, [-1])
        self.right.assign_add(tf.reduce_sum(positive * y_true))
        self.positive.assign_add(tf.reduce_sum(positive))

    def result(self):
        return tf.math.divide_no_nan(self.right.value, self.positive.value)

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
"""
LAYER = """
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        return self.activation(tf.matmul(inputs, self.kernel) + self.bias)

    def get_config(self):
        name = keras.activations.serialize(self.activation)
        return {**super().get_config(), "units": self.units, "activation": name}
"""
MODEL = """
from course.layers import ResidualBlock


class ResidualRegressor(keras.Model):
    def __init__(self, output_dim, **kwargs):
        super().__init__(**kwargs)
        self.output_dim = output_dim
        self.hidden = keras.layers.Dense(30, activation="relu")
        self.a, self.b = ResidualBlock(2, 30), ResidualBlock(2, 30)
        self.out = keras.layers.Dense(output_dim)

    def call(self, inputs):
        z = self.hidden(inputs)
        for _ in range(4):
            z = self.a(z)
        return self.out(self.b(z))

    def get_config(self):
        return {**super().get_config(), "output_dim": self.output_dim}
"""
BUILD = LAYER[LAYER.index("    def build") : LAYER.index("    def call")]
CONFIG = LAYER[LAYER.index("    def get_config") :]


def swapped(source: str, *pairs: str) -> str:
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in source
        source = source.replace(old, new)
    return source


def judged(source: str) -> Verdict:
    course = load_course()
    name = source.partition("(")[0].split()[-1]
    return check_source(course.package, course.exercise(name), source)


FAULTS = {
    "NaN on no data": (
        swapped(METRIC, "tf.math.divide_no_nan(self.right.value, self.positive.value)",
                "self.right / self.positive"),
        ["Before any data", "nan", "0 / 0"],
    ),
    "a batch that counts alone": (
        swapped(METRIC, "assign_add", "assign"),
        ["Streamed over batches"],
    ),
    "state in a list": (
        swapped(METRIC, 'self.right = self.add_weight(name="right", initializer="zeros")',
                "self.seen = []",
                "self.right.assign_add(tf.reduce_sum(positive * y_true))",
                "self.seen.append(tf.reduce_sum(positive * y_true))",
                "self.right.value", "sum(self.seen)"),
        ["reset_state"],
    ),
    "weights made in call": (
        swapped(LAYER, BUILD, "", "    def call(self, inputs):\n",
                "    def call(self, inputs):\n" + BUILD.partition(":\n")[2].replace(
                    "input_shape", "inputs.shape")),
        ["made once, in `__init__` or `build`"],
    ),
    "new layers in call": (
        swapped(LAYER, BUILD, "", "tf.matmul(inputs, self.kernel) + self.bias",
                "tf.matmul(inputs, tf.random.normal((inputs.shape[-1], self.units)))"),
        ["Its weights", "received 'none'"],
    ),
    "one width only": (
        swapped(LAYER, BUILD, "", "        self.units = units\n",
                "        self.units = units\n" + BUILD.partition(":\n")[2].replace(
                    "input_shape[-1]", "5").replace("self.units", "units")),
        ["Built at the first call"],
    ),
    "an error in graphs only": (
        swapped(LAYER, "    def call(self, inputs):\n",
                "    def call(self, inputs):\n        if tf.reduce_sum(inputs) == 0:\n"
                "            return inputs\n"),
        ["It works eagerly but not in a graph"],
    ),
    "a config that loses a key": (
        swapped(LAYER, '"units": self.units, ', ""),
        ["Survives saving", "get_config"],
    ),
    "a config that loses a setting": (
        swapped(LAYER, ', "activation": name', ""),
        ["Survives saving", "get_config"],
    ),
    "a config that invents a key": (
        swapped(LAYER, '"units": self.units', '"units": self.units, "width": 3'),
        ["an entry that `__init__` does not know"],
    ),
    "a model without a config": (
        swapped(MODEL, MODEL[MODEL.index("    def get_config") :], ""),
        ["Survives saving", "get_config"],
    ),
    "a model that writes what no file can hold": (
        swapped(MODEL, '"output_dim": self.output_dim', '"output_dim": lambda: self.output_dim'),
        ["Survives saving"],
    ),
    "a model that reloads with other weights": (
        MODEL + "\n    def build(self, input_shape):\n        self.hidden.build(input_shape)\n",
        ["weights", "build"],
    ),
    "a model that only lives in memory": (
        swapped(MODEL, 'self.output_dim}', 'LIVING.append(self) or len(LIVING) - 1}')
        + "\n    @classmethod\n    def from_config(cls, config):\n"
        "        return LIVING[config['output_dim']]\n\n\nLIVING = []\n",
        ["predictions of the loaded model", "IndexError"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("source", [METRIC, LAYER, MODEL], ids=["metric", "layer", "model"])
def test_what_the_faults_are_planted_in_is_right(source: str) -> None:
    verdict = judged(source)
    assert verdict.outcome == "correct", verdict.message


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_words(fault: str) -> None:
    if "memory" in fault and not isolation.can_isolate():
        pytest.skip("needs a second process")
    source, words = FAULTS[fault]
    verdict = judged(source)
    assert verdict.points < verdict.max_points
    told = f"{verdict.message} {text_card(verdict)} {verdict.finding}"
    for word in words:
        assert word in told


def test_no_two_faults_get_the_same_words() -> None:
    messages = {fault: judged(source).message for fault, (source, _) in FAULTS.items()}
    assert len(set(messages.values())) >= len(messages) - 2, messages
