"""What the plain tests ask with: TensorFlow and nothing of Tapework. Lies beside the notebook.

It asks the same kinds of question as the course, in the simplest way, and compares with numbers
that were computed beforehand. Otter runs the tests by itself; `grade` does so for nbgrader.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf


def evaluate(test, env, names):
    """The test's expression, in which the exercise's name is the student's object."""
    scope = {"tf": tf, "keras": keras, "np": np, test["exercise"]: env[test["exercise"]]}
    return eval(test["expression"], {**scope, **names})


def tensors(case):
    return {name: tf.constant(array, dtype) for name, (array, dtype) in case["inputs"].items()}


def same(got, wanted, near):
    """Asserts that a value is what was computed beforehand: kind, shape, dtype, numbers."""
    if "items" in wanted:
        assert len(got) == len(wanted["items"]), f"{len(got)} instead of {len(wanted['items'])}"
        for one, other in zip(got, wanted["items"], strict=True):
            same(one, other, near)
    elif "plain" in wanted:
        if isinstance(wanted["plain"], float):
            same(np.float32(got), {"dtype": "float32", "values": wanted["plain"]}, near)
        else:
            assert got == wanted["plain"], f"expected {wanted['plain']!r}, received {got!r}"
    else:
        values = np.asarray(wanted["values"], wanted["dtype"])
        array = np.asarray(tf.convert_to_tensor(got))
        assert array.dtype == values.dtype, f"expected {values.dtype}, received {array.dtype}"
        assert array.shape == values.shape, f"expected {values.shape}, received {array.shape}"
        far = np.abs(array - values) > near["relative"] * np.maximum(np.abs(values), near["floor"])
        assert not (far | np.isnan(array) & ~np.isnan(values)).any(), f"{array} is not {values}"


def ask_values(test, env):
    for case in test["cases"]:
        given = tensors(case)
        given.update({name: tf.Variable(given[name]) for name in test["variables"]})
        before = {name: value.numpy() for name, value in given.items()}
        got = evaluate(test, env, given)
        if "plain" not in case["expected"]:
            assert tf.is_tensor(got), f"expected a tensor, received {type(got).__name__}"
        same(got, case["expected"], case["near"])
        for name, value in given.items():
            np.testing.assert_array_equal(value.numpy(), before[name], f"{name} was changed")


def ask_gradient(test, env):
    for case in test["cases"]:
        given = tensors(case)
        with tf.GradientTape() as tape:
            tape.watch(given[test["with_respect_to"]])
            value = evaluate(test, env, given)
        incoming = tf.constant(case["incoming"], value.dtype)
        got = tape.gradient(value, given[test["with_respect_to"]], incoming)
        assert got is not None, "no gradient"
        same(got, case["expected"], case["near"])


def ask_graph(test, env):
    graphs = {}
    for case in test["cases"]:
        given = tensors(case)
        specs = {name: tf.TensorSpec((None, *x.shape[1:]), x.dtype) for name, x in given.items()}
        key = tuple(specs.items())
        if key not in graphs:
            graphs[key] = tf.function(lambda x: evaluate(test, env, x), input_signature=[specs])
        same(graphs[key](given), case["expected"], case["near"])


def ask_fit(test, env):
    part = evaluate(test, env, {})
    extra = {} if test["part"] == "loss" else {test["part"]: part}
    x, y, weights, kernel = (np.array(one, "float32") for one in test["data"])
    dense = keras.layers.Dense(kernel.shape[1], **extra)
    model = keras.Sequential([keras.Input(x.shape[1:]), dense])
    model.set_weights([kernel, np.zeros(kernel.shape[1])])
    loss = part if test["part"] == "loss" else "mse"
    model.compile(loss=loss, optimizer=keras.optimizers.SGD(test["rate"]))
    settings = {"sample_weight": weights} if test["weighted"] else {}
    history = model.fit(x, y, batch_size=8, shuffle=False, verbose=0, **settings)
    same(np.float32(history.history["loss"]), test["expected"][0], test["near"])
    same(dense.kernel, test["expected"][1], test["near"])


def ask_round_trip(test, env):
    made = evaluate({**test, "expression": test["make"]}, env, {})
    copies = [made, type(made).from_config(made.get_config()), through_file(test, made)]
    for it in copies:
        for case in test["cases"]:
            same(evaluate(test, env, {**tensors(case), "it": it}), case["expected"], case["near"])
        for name, value in test["attributes"].items():
            assert getattr(it, name) == value, f"{name} did not survive"


def through_file(test, made):
    loss, extra = (made, {}) if test["part"] == "loss" else ("mse", {test["part"]: made})
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, **extra)])
    model.compile(loss=loss, optimizer="sgd")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        loaded = keras.models.load_model(path, custom_objects={type(made).__name__: type(made)})
    return loaded.loss if test["part"] == "loss" else getattr(loaded.layers[0], test["part"])


def ask_statistics(test, env):
    first, second = (evaluate(test, env, test["names"]) for _ in range(2))
    assert tf.is_tensor(first) and first.dtype.name == test["dtype"]
    assert list(first.shape) == test["shape"]
    values, error = np.asarray(first, "float64"), test["deviation"] / np.sqrt(np.size(first))
    assert abs(values.mean() - test["mean"]) <= 5 * error
    assert abs(values.std() - test["deviation"]) <= 5 * error / np.sqrt(2)
    assert not np.array_equal(values, np.asarray(second, "float64")), "equal twice"


def ask_raises(test, env):
    try:
        evaluate(test, env, {})
    except NotImplementedError:
        raise
    except Exception:
        return
    raise AssertionError("no error")


def compare_scene(test, told):
    for label, wanted in test["expected"].items():
        same(told[label], wanted, test["near"])


def grade(exercise, env):
    """The points of an exercise: what nbgrader reads from a test cell's last line."""
    tests, points = [], 0.0

    def test_case(*, name, points, hidden):
        return lambda function: tests.append((function, points))

    exec(Path("tests", f"{exercise}.py").read_text(), {"test_case": test_case})
    for function, worth in tests:
        try:
            function(env)
        except Exception as error:
            print(f"{exercise}: {type(error).__name__}: {str(error)[:300]}")
        else:
            points += worth
    return round(points, 2)
