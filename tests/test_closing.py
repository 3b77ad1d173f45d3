"""What an exercise forbids cannot be run while it is asked; what only others forbid can."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from autograder.catalogue import load_course
from autograder.forbidden import functions_of
from autograder.grading.closing import closings, hidden_files
from tests.small_class import (
    EXERCISES,
    grade,
    gradebook_of,
    grades_a_class,
    hand_in,
    make_course,
    rights,
)

COURSE = load_course()
UNIFORM, HUBER = "keras.initializers.GlorotUniform", "keras.losses.Huber"

IN_A_PROCESS = """
import gc, types
import keras, tensorflow as tf
from autograder.catalogue import load_course
from autograder.forbidden import StandInClosed, close, code_of, open_again

def calls():
    yield lambda t, p: keras.losses.Huber()(t, p)
    yield lambda t, p: getattr(keras.losses, "hu" + "ber")(t, p)
    yield old
    yield lambda t, p: type("Mine", (keras.losses.Huber,), {})()(t, p)
    yield keras.losses.get("huber")
    yield tf.function(keras.losses.huber)

from tensorflow.python.keras.losses import huber as old
t, p = tf.constant([[0.0, 1.0]]), tf.constant([[3.0, 1.5]])
names = load_course().exercise("huber_fn").forbids
codes = {name: code_of(name) for name in names}
before, used = float(keras.losses.Huber()(t, p)), []
close(names, used)
for call in calls():
    used.clear()
    try:
        print("ran", call(t, p))
    except StandInClosed as error:
        assert used and "is closed" in str(error), used
left = [one for one in gc.get_objects() if isinstance(one, types.FunctionType)
        and "abs_error" in one.__code__.co_varnames]
print("left", left)
for name in names:
    open_again(name, codes[name])
print("same", float(keras.losses.Huber()(t, p)) == before)
"""


def test_what_is_closed_cannot_be_run_by_any_name_until_its_code_is_sent() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, timeout=300
    )
    assert done.stdout.splitlines() == ["left []", "same True"], done.stdout + done.stderr[-2000:]


COMPILED = """
import tensorflow as tf
from tensorflow.python import pywrap_tfe
from tensorflow.python.eager import context
from tensorflow.python.framework import ops
from autograder.forbidden import close

def fast_path(z):
    return pywrap_tfe.TFE_Py_FastPathExecute(context.context(), "Softplus", "mine", z)

def node(z):
    return ops.get_default_graph().create_op("Softplus", [z], [z.dtype]).outputs[0]

routes = {"fast path": fast_path, "graph": tf.function(node)}
routes["compiled graph"] = tf.function(node, jit_compile=True)
z = tf.constant([0.5, -2.0])
before = {name: call(z).numpy() for name, call in routes.items()}
assert len({tuple(one.round(5)) for one in before.values()}) == 1, before
used = []
close(["tensorflow.raw_ops.Softplus"], used)
close(["tensorflow.raw_ops.Softplus"], used)
# A graph that was made before holds on to what it was compiled to.
routes["graph"] = tf.function(node)
routes["compiled graph"] = tf.function(lambda z: node(z) + 0.0, jit_compile=True)
for name, call in routes.items():
    used.clear()
    try:
        print(name, "ran", call(z))
    except Exception as error:
        print(name, "is closed while your own is graded" in str(error), used)
print(tf.math.log1p(tf.exp(z)).numpy().round(4), tf.nn.relu(z).numpy())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="compiled operations are closed on Linux")
def test_a_compiled_operation_is_closed_below_python_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMPILED], capture_output=True, text=True, timeout=300
    )
    told = "True ['tensorflow.raw_ops.Softplus']"
    assert done.stdout.splitlines() == [
        f"fast path {told}",
        f"graph {told}",
        f"compiled graph {told}",
        "[0.9741 0.1269] [0.5 0. ]",
    ], done.stdout + done.stderr[-2000:]


def test_what_an_older_keras_lacks_is_left_out() -> None:
    names = ["keras.losses.nothing_of_the_kind", HUBER]
    assert functions_of(names[0]) == [] != functions_of(names[1])


@pytest.mark.parametrize("chapter", [one.name for one in COURSE.chapters])
def test_an_exercise_finds_closed_what_it_forbids_and_less_is_closed_in_time(chapter: str) -> None:
    names = list(COURSE.chapter(chapter).exercises)
    found = closings(COURSE, names, {})
    assert sorted(found) == sorted(names)
    for name, closed in found.items():
        assert set(COURSE.exercise(name).forbids) <= set(closed)
    ever: Collection[str] = next(iter(found.values()))
    for closed in found.values():
        assert set(closed) <= set(ever)
        ever = closed


def test_an_exercise_is_asked_after_those_that_forbid_what_it_needs() -> None:
    names = ["create_huber", "glorot_initializer", "pinball_loss"]
    found = closings(COURSE, names, {"create_huber": [UNIFORM], "pinball_loss": [UNIFORM, HUBER]})
    assert list(found) == ["glorot_initializer", "create_huber", "pinball_loss"]
    assert UNIFORM in found["glorot_initializer"] and UNIFORM not in found["create_huber"]
    assert HUBER not in found["pinball_loss"]


def test_an_exercise_that_may_build_on_a_reference_is_asked_after_those_that_may_not() -> None:
    lent = "course.losses.create_huber.create_huber"
    found = closings(COURSE, ["reload_model", "create_huber", "pinball_loss"], {})
    assert list(found) == ["create_huber", "pinball_loss", "reload_model"]
    assert lent in found["pinball_loss"] and lent not in found["reload_model"]


def test_exercises_that_need_each_others_are_asked_all_the_same() -> None:
    names = ["create_huber", "glorot_initializer"]
    needs = {"create_huber": [UNIFORM], "glorot_initializer": [HUBER]}
    assert sorted(closings(COURSE, names, needs)) == names


def test_the_files_that_are_hidden_hold_the_stand_ins() -> None:
    told = [str(path) for path in hidden_files(COURSE.package)]
    for part in ("keras/src/losses/losses.py", "keras/src/layers/core/dense.py", "gen_nn_ops.py",
                 "tensorflow/python/keras/losses.py", "losses.cpython"):  # fmt: skip
        assert any(part in path for path in told), part
    assert all(Path(path).is_file() for path in told)


@pytest.mark.slow
class TestGraded:
    """With `tapework grade`."""

    pytestmark = grades_a_class(__name__)

    def test_what_only_another_exercise_forbids_costs_nothing(self, tmp_path: Path) -> None:
        course = make_course(tmp_path)
        answers = rights(*EXERCISES)
        compared = "\nprint(keras.losses.huber(tf.zeros((1, 1)), tf.ones((1, 1))))\n"
        needed = "NOTHING = float(tf.math.softplus(-99.0))\n"
        late = answers["positive_weights"].replace("tf.where(", "NOTHING + tf.where(")
        hand_in(course, "ada", {**answers, "positive_weights": needed + late + compared})
        hand_in(course, "ben", {**answers, "positive_weights": needed + late, "softplus": ""})
        hand_in(course, "cho", {**answers, "softplus": "softplus = tf.math.softplus"})
        assert grade(course).returncode == 0
        found = {
            student: {name: auto for name, (auto, _) in one["scores"].items()}
            for student, one in gradebook_of(course).items()
        }
        full = {f"{name}-check": COURSE.exercise(name).points for name in EXERCISES}
        assert found == {
            "ada": full,
            "ben": {**full, "softplus-check": 0.0},
            "cho": {**full, "softplus-check": 0.0},
        }
