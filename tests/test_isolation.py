"""Processes of their own: what they leave behind, and that a dead one does no harm."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from autograder import isolation
from autograder.catalogue import load_course
from autograder.checking import check_source
from autograder.isolation.scratch import PREFIX, new_scratch

RIGHT = """
def huber_fn(y_true, y_pred):
    distance = tf.abs(y_true - y_pred)
    return tf.where(distance <= 1, distance**2 / 2, distance - 0.5)
"""
pytestmark = pytest.mark.skipif(not isolation.can_isolate(), reason="needs Linux's fork server")


def points(text: str) -> float:
    course = load_course()
    return check_source(course.package, course.exercise("huber_fn"), text).points


def test_folders_of_dead_hosts_are_swept_and_those_of_living_ones_stay() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{ended.pid}-"))
    living = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    foreign = Path(tempfile.mkdtemp(prefix=f"{PREFIX}x-"))
    try:
        with new_scratch():
            assert not dead.exists()
            assert living.exists() and foreign.exists()
    finally:
        living.rmdir()
        foreign.rmdir()


def test_a_candidate_that_kills_the_fork_server_harms_the_next_one_not() -> None:
    kills = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n" + RIGHT
    points(kills)
    assert points(RIGHT) == 2


def test_what_a_candidate_starts_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    starts = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({str(note)!r}, "w").write(str(child.pid))
{RIGHT}
"""
    assert points(starts) == 2
    started = int(note.read_text())
    for _ in range(100):
        state = Path(f"/proc/{started}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    os.kill(started, signal.SIGKILL)
    pytest.fail("the candidate's process lives on")


@pytest.mark.parametrize(
    "harm",
    [
        "os.unlink('output.txt')",
        "os.unlink('output.txt'); os.mkfifo('output.txt')",
        "os.unlink('output.txt'); os.symlink('/etc/passwd', 'output.txt')",
        "os.unlink('output.txt'); os.mkdir('output.txt')",
    ],
)
def test_what_a_candidate_does_to_its_own_output_harms_nobody(harm: str) -> None:
    course = load_course()
    text = f"import os\n{harm}\n{RIGHT}"
    verdict = check_source(course.package, course.exercise("huber_fn"), text)
    assert verdict.points == 2.0
    assert verdict.printed == ""


def test_nothing_of_one_candidate_reaches_the_next() -> None:
    leaves = "import keras, os\nkeras.left = 1\nos.environ['LEFT'] = '1'\n"
    leaves += "@keras.saving.register_keras_serializable('left')\n"
    leaves += "class Left:\n    def get_config(self): pass\n" + RIGHT
    looks = "import keras, os\nassert not hasattr(keras, 'left') and 'LEFT' not in os.environ\n"
    looks += "assert not keras.saving.get_registered_object('left>Left')\n" + RIGHT
    assert points(leaves) == 2
    assert points(looks) == 2


def test_nothing_is_left_in_the_temporary_folder() -> None:
    # AutoGraph writes the code that it makes into a file there.
    traced = "@tf.function\n" + RIGHT.lstrip()
    before = set(Path(tempfile.gettempdir()).glob("__autograph*"))
    assert points(traced) == 2
    assert set(Path(tempfile.gettempdir()).glob("__autograph*")) <= before


def test_a_traced_function_that_was_called_is_asked_in_its_own_process() -> None:
    import tensorflow as tf

    @tf.function(reduce_retracing=True)
    def cube(x):
        return x**3

    cube(tf.constant(2.0))
    sent = pickle.loads(isolation.from_object("course", "cube", cube).payload)
    assert sent.experimental_get_tracing_count() == 0
    assert float(sent(tf.constant(3.0))) == 27.0
    assert cube.experimental_get_tracing_count() == 1
