"""Cards of every kind, from real checks of exercises of the losses chapter, shared by tests."""

from __future__ import annotations

from functools import cache

from autograder import isolation
from autograder.catalogue import load_course
from autograder.checking import check_source, verdict_on
from autograder.feedback.html import card
from autograder.isolation.job import CANDIDATE
from autograder.live import predict
from autograder.starter import starter_source
from autograder.verdict import Verdict


def _function(body: str) -> str:
    return f"def huber_fn(y_true, y_pred):\n    e = y_true - y_pred; d = tf.abs(e)\n    {body}\n"


ANSWERS = {
    "right": _function("return tf.where(d <= 1, e * e / 2, d - 0.5)"),
    "wrong, with a drawing": _function("return tf.where(d <= 1, e * e / 2, d)"),
    "wrong far away only": _function("return tf.where(d > 100, 0.0, " + (
        "tf.where(d <= 1, e * e / 2, d - 0.5))"
    )),
    "of another shape, and writes": _function("print('loss', '<b>'); return tf.reduce_mean(d)"),
    "raises": _function("return 1 / 0"),
    "not defined": "x = 1",
    "ends its process": _function("import os; os._exit(7)"),
    "a stand-in": _function("return keras.losses.Huber(reduction='none')(y_true, y_pred)"),
}  # fmt: skip


@cache
def verdicts() -> dict[str, Verdict]:
    """Kind → the verdict on such an answer."""
    course = load_course()
    huber, loss = course.exercise("huber_fn"), course.exercise("HuberLoss")
    found = {kind: check_source("course", huber, text) for kind, text in ANSWERS.items()}
    found["not attempted"] = check_source("course", huber, starter_source(huber))
    endless = _function("while True: pass")
    job = isolation.from_source("course", "huber_fn", endless, seconds=1.0)
    found["ended by the time limit"] = verdict_on("course", huber, isolation.run(job)[CANDIDATE])
    plain = "class HuberLoss(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n        "
    found["a class, ten questions"] = check_source("course", loss, f"{plain}return y_true - y_pred")
    return found


@cache
def cards() -> dict[str, str]:
    """Kind → HTML, predictions included."""
    found = {kind: card(verdict) for kind, verdict in verdicts().items()}
    for guess in (3, 4, ...):
        told = predict(lambda: 3, guess=guess)
        found[f"a prediction, {told.outcome}"] = told._repr_mimebundle_()["text/html"]
    return found
