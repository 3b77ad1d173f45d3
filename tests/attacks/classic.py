"""The same chapter as plain nbgrader courses write it: asserts in the check cells, some hidden."""

from __future__ import annotations

import textwrap
from typing import Any

from autograder.catalogue import load_course
from autograder.publish.cells import marks
from autograder.publish.source import solution_source

from .submission import CHAPTER

SETUP = """
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import math

import keras
import numpy as np
import tensorflow as tf
"""

# Exercise → shown tests, hidden tests.
TESTS = {
    "huber_fn": (
        """
        loss = huber_fn(tf.constant([0.0, 0.0, 0.0]), tf.constant([0.5, 1.0, -3.0]))
        assert loss.shape == (3,)
        np.testing.assert_allclose(loss, [0.125, 0.5, 2.5], rtol=1e-5)
        """,
        """
        y_true, y_pred = tf.constant([[1.0, -2.0]]), tf.constant([[5.0, -2.25]])
        np.testing.assert_allclose(huber_fn(y_true, y_pred), [[3.5, 0.03125]], rtol=1e-5)
        """,
    ),
    "create_huber": (
        """
        loss = create_huber(2.0)
        np.testing.assert_allclose(
            loss(tf.constant([0.0, 0.0]), tf.constant([1.5, 3.0])), [1.125, 4.0], rtol=1e-5
        )
        """,
        """
        first, second = create_huber(0.5), create_huber(3.0)
        assert np.isclose(first(tf.constant([0.0]), tf.constant([2.0]))[0], 0.875)
        assert np.isclose(second(tf.constant([0.0]), tf.constant([2.0]))[0], 2.0)
        """,
    ),
    "softplus": (
        """
        assert np.allclose(softplus(tf.constant([0.0])), [0.6931472])
        """,
        """
        z = tf.constant([-7.0, -2.0, 1.5, 9.0])
        np.testing.assert_allclose(softplus(z), np.logaddexp(0.0, z), rtol=1e-4)
        """,
    ),
    "HuberLoss": (
        """
        loss = HuberLoss(2.0)
        assert isinstance(loss, keras.losses.Loss)
        np.testing.assert_allclose(
            loss(tf.constant([[0.0], [0.0]]), tf.constant([[1.0], [3.0]])), 2.25, rtol=1e-5
        )
        """,
        """
        again = HuberLoss.from_config(HuberLoss(0.5, name="mine").get_config())
        assert again.threshold == 0.5 and again.name == "mine"
        """,
    ),
    "pinball_loss": (
        """
        loss = pinball_loss(0.75)
        assert np.allclose(loss(tf.constant([4.0, 0.0]), tf.constant([0.0, 4.0])), [3.0, 1.0])
        """,
        """
        assert np.allclose(pinball_loss(0.1)(tf.constant([1.0]), tf.constant([3.0])), [1.8])
        """,
    ),
    "gaussian_nll": (
        """
        zeros = tf.constant([0.0])
        np.testing.assert_allclose(gaussian_nll(zeros, zeros, zeros), [0.9189385], rtol=1e-5)
        """,
        """
        nll = gaussian_nll(tf.constant([2.0]), tf.constant([0.0]), tf.constant([math.log(2.0)]))
        np.testing.assert_allclose(nll, [0.5 + math.log(2.0) + 0.9189385], rtol=1e-5)
        """,
    ),
}


def classic_source() -> Any:
    """The source notebook, with solutions and hidden tests, as an instructor keeps it."""
    from nbformat import v4

    exercises = load_course().chapter(CHAPTER).exercises
    setup = SETUP.strip("\n")
    cells = [_code(setup, "setup", locked=True)]
    for name, (shown, hidden) in TESTS.items():
        cells.append(_code(solution_source(exercises[name], setup), name, solution=True))
        parts = [
            textwrap.dedent(shown).strip("\n"),
            "### BEGIN HIDDEN TESTS",
            textwrap.dedent(hidden).strip("\n"),
            "### END HIDDEN TESTS",
        ]
        points = float(exercises[name].points)
        cells.append(_code("\n".join(parts), f"{name}-check", locked=True, points=points))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _code(source: str, grade_id: str, **fields: Any) -> Any:
    from nbformat import v4

    return v4.new_code_cell(source, id=grade_id, metadata=marks(grade_id, "code", **fields))
