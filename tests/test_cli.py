"""The `tapework` command: exit status, one line of JSON per file, one sentence on failure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RIGHT = """
def huber_fn(y_true, y_pred):
    distance = tf.abs(y_true - y_pred)
    return tf.minimum(distance, 1.0) * (distance - tf.minimum(distance, 1.0) / 2)
"""
WRONG = """
import tensorflow as tf
def huber_fn(y_true, y_pred):
    error = y_true - y_pred
    return tf.where(tf.abs(error) <= 1.0, tf.square(error) / 2, tf.abs(error))
"""
FIELDS = {
    "file", "exercise", "points", "max_points", "questions", "mistake", "message", "seconds",
}  # fmt: skip


def tapework(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "autograder", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def test_check_prints_a_json_line_per_file_in_order(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("right.py", "wrong.py", "binary.py")]
    files[0].write_text(RIGHT)
    files[1].write_text(WRONG)
    files[2].write_bytes(b"\xff\xfe\x00")
    done = tapework("check", "huber_fn", *files, tmp_path / "absent.py", "--json")
    assert done.returncode == 2
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in lines] == [*map(str, files), str(tmp_path / "absent.py")]
    assert all(set(line) == FIELDS for line in lines)
    right, wrong, binary, absent = lines
    assert right["points"] == right["max_points"] == 2
    assert right["mistake"] is None
    assert wrong["mistake"] == "no_constant"
    assert 0 < wrong["points"] < 2
    assert {question["name"] for question in wrong["questions"]} == {
        "values", "gradient", "graph mode",
    }  # fmt: skip
    assert binary["points"] == 0 and "UTF-8" in binary["message"]
    assert absent["points"] == 0 and "could not be read" in absent["message"]


def test_exit_status_tells_right_from_wrong(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.py", tmp_path / "wrong.py"
    right.write_text(RIGHT)
    wrong.write_text(WRONG)
    done = tapework("check", "huber_fn", right)
    assert done.returncode == 0
    assert "2 of 2 points" in done.stdout
    done = tapework("check", "huber_fn", right, wrong)
    assert done.returncode == 1
    assert "do not meet at |error| = 1" in done.stdout


def test_an_unknown_exercise_is_one_sentence_on_standard_error(tmp_path: Path) -> None:
    done = tapework("check", "hubber", tmp_path / "a.py")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("tapework: There is no exercise 'hubber'. Did you mean")
    assert len(done.stderr.splitlines()) == 1


def test_checked_code_cannot_write_where_its_author_can(tmp_path: Path) -> None:
    from autograder.isolation.sandbox import can_sandbox

    target = tmp_path / "written"
    file = tmp_path / "writes.py"
    file.write_text(f"open({str(target)!r}, 'w').write('here')\n")
    tapework("check", "huber_fn", file)
    assert target.exists() is not can_sandbox()
