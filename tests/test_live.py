"""`check`, `hint`, `solution` and `progress` in a real kernel, as a notebook runs them."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.showing import WIDGET

SETUP = (
    'from autograder.live import begin, check, hint, progress, recap, solution\nbegin("losses")\n'
)
SETUP += "import keras\nimport numpy as np\nimport tensorflow as tf"
BODY = "e = y_true - y_pred\n    d = tf.abs(e)"
RIGHT = (
    f"def huber_fn(y_true, y_pred):\n    {BODY}\n    return tf.where(d <= 1, e * e / 2, d - 0.5)"
)
NEXT = "; os.write(2, b'noise'); e = y"
WRONG = f"def huber_fn(y_true, y_pred):\n    {BODY}\n    return tf.where(d <= 1, e * e / 2, d)"

CELLS = {
    "set-up": SETUP,
    "missing": 'check("huber_fn")',
    "right": f'{RIGHT}\ncheck("huber_fn")',
    "by object": "check(huber_fn)",
    "wrong": f'{WRONG}\ncheck("huber_fn")',
    "not last in its cell": f'{WRONG}\nverdict = check("huber_fn")\nverdict.points',
    "not shown": f'{WRONG}\ncheck("huber_fn");',
    "traced": f'{RIGHT}\nhuber_fn = tf.function(huber_fn)\ncheck("huber_fn")',
    "a lambda": (
        "huber_fn = lambda y_true, y_pred: tf.where(tf.abs(y_true - y_pred) <= 1, "
        "(y_true - y_pred) ** 2 / 2, tf.abs(y_true - y_pred) - 0.5)\ncheck(huber_fn)"
    ),
    "globals": (
        "half = tf.constant(0.5)\nthreshold = tf.Variable(1.0)\nlayer = keras.layers.ReLU()\n"
        "def distance(a, b):\n    return tf.abs(a - b)\n"
        "def huber_fn(y_true, y_pred):\n    d = distance(y_true, y_pred)\n"
        "    return tf.where(d <= threshold, half * d * d, layer(d - half))\n"
        'check("huber_fn")'
    ),
    "AutoGraph": (
        "@tf.function\ndef one(e):\n    d = tf.abs(e)\n    if d <= 1.0:\n"
        "        return d * d / 2\n    return d - 0.5\n"
        "def huber_fn(y_true, y_pred):\n    e = y_true - y_pred\n"
        "    return tf.reshape(tf.map_fn(one, tf.reshape(e, [-1])), tf.shape(e))\n"
        'check("huber_fn")'
    ),
    "cannot be sent": (
        "import os, sys, threading\nlock = threading.Lock()\n"
        f"{RIGHT.replace('e = y', 'locked = lock.locked(); print(locked, file=sys.stderr)' + NEXT)}"
        '\ncheck("huber_fn")'
    ),
    "noise": (
        RIGHT.replace("d = tf.abs(e)", "d = tf.abs(e); import os; os.write(2, b'noise')")
        + '\ncheck("huber_fn")'
    ),
    "the end of the process": (
        "def huber_fn(y_true, y_pred):\n    import os\n    os._exit(1)\n"
        'check("huber_fn")'
    ),
    "still usable": f'{RIGHT}\ncheck("huber_fn")',
    "registered class": (
        "@keras.saving.register_keras_serializable()\n"
        "class L1Regularizer(keras.regularizers.Regularizer):\n"
        "    def __init__(self, factor):\n        self.factor = factor\n"
        "    def __call__(self, weights):\n"
        "        return self.factor * tf.reduce_sum(tf.abs(weights))\n"
        "    def get_config(self):\n        return {'factor': self.factor}\n"
        "check(L1Regularizer)"
    ),
    "hint": 'hint("huber_fn")',
    "second hint": "hint(huber_fn)",
    "solution": 'solution("create_huber")',
    "solution again": 'solution("create_huber")',
    "progress": "progress()",
    "recap": "recap()",
    "recap of chapter 2": "begin('layers')\nrecap()",
    "answer": "recap(huber_fn='a')",
}  # fmt: skip


@pytest.fixture(scope="module")
def outputs(tmp_path_factory) -> dict[str, list]:
    """All cells run in one kernel, by name."""
    home = tmp_path_factory.mktemp("home")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    )
    client = NotebookClient(notebook, timeout=240, kernel_name="python3")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAPEWORK_HOME", str(home))
        patch.setenv("JPY_SESSION_NAME", "losses.ipynb")  # as Jupyter's server sets it
        client.execute(cwd=str(home))
    kept = json.loads((Path(home) / "progress.json").read_text())
    assert kept["huber_fn"]["solved"]
    return dict(zip(CELLS, (cell.outputs for cell in notebook.cells), strict=True))


def card(outputs: list) -> str:
    """The HTML of the one result."""
    results = [output for output in outputs if output.output_type == "execute_result"]
    assert len(results) == 1
    return results[0].data["text/html"]


def points(outputs: list) -> float:
    """What nbgrader would read."""
    return float(outputs[0].data["text/plain"])


def test_nothing_is_ever_written_to_standard_error(outputs) -> None:
    for name, found in outputs.items():
        assert not [one for one in found if one.get("name") == "stderr"], name


@pytest.mark.parametrize(
    "name",
    ["right", "by object", "traced", "a lambda", "globals", "AutoGraph", "noise", "still usable"],
)
def test_right_answers_in_every_shape_get_full_marks(outputs, name) -> None:
    assert 'data-outcome="correct"' in card(outputs[name])
    assert points(outputs[name]) == 2


def test_what_cannot_leave_the_kernel_is_asked_in_the_kernel(outputs) -> None:
    assert points(outputs["cannot be sent"]) == 2


def test_a_registered_class_is_asked_like_any_other(outputs) -> None:
    assert 'data-outcome="correct"' in card(outputs["registered class"])


def test_a_missing_candidate_gets_a_card(outputs) -> None:
    assert "is not defined: run the cell" in card(outputs["missing"])
    assert points(outputs["missing"]) == 0


def test_a_wrong_answer_gets_its_sentence_a_plot_and_its_points(outputs) -> None:
    assert "do not meet at |error| = 1" in card(outputs["wrong"])
    assert '<svg role="img" aria-label="Plot of your values' in card(outputs["wrong"])
    assert points(outputs["wrong"]) == 0.67
    assert points(outputs["not last in its cell"]) == 0.67


def test_the_kernel_survives_the_end_of_the_candidates_process(outputs) -> None:
    assert "exit code 1" in card(outputs["the end of the process"])


def widgets(outputs: list) -> list[int]:
    """The places of widgets among the outputs."""
    return [place for place, one in enumerate(outputs) if WIDGET in one.get("data", {})]


def test_a_button_for_hints_stands_below_a_card_that_is_not_right(outputs) -> None:
    assert widgets(outputs["wrong"]) == [1]
    assert widgets(outputs["missing"]) == [1]
    assert [one.output_type for one in outputs["wrong"]] == ["execute_result", "display_data"]


def test_there_is_no_button_where_there_is_no_card_or_nothing_to_mend(outputs) -> None:
    for name in ("right", "still usable", "not last in its cell", "not shown", "hint"):
        assert not widgets(outputs[name]), name


def test_hints_climb_and_a_solution_must_be_asked_for_twice(outputs) -> None:
    assert "Hint 1 of" in outputs["hint"][0].data["text/markdown"]
    assert "Hint 2 of" in outputs["second hint"][0].data["text/markdown"]
    assert "Run this cell again" in outputs["solution"][0].data["text/markdown"]
    assert "def create_huber" in outputs["solution again"][0].data["text/markdown"]


def test_progress_shows_what_is_done_and_what_is_next(outputs) -> None:
    assert 'aria-label="Your progress"' in card(outputs["progress"])
    text = outputs["progress"][0].data["text/plain"]
    assert "| `huber_fn` | ✓ solved | 2 of 2 |" in text
    assert "**Next:** `create_huber`" in text


def test_a_recap_knows_the_chapter_that_was_begun(outputs) -> None:
    assert "Recaps begin in chapter 3" in outputs["recap"][0].data["text/plain"]
    assert "Someone's <code>huber_fn</code>" in card(outputs["recap of chapter 2"])
    assert 'data-recap="' in card(outputs["answer"])
