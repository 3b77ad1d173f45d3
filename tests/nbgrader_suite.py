"""Runs nbgrader's own tests of `nbgrader autograde` with Tapework's plug-ins configured.

`make test-nbgrader`, or `python -m tests.nbgrader_suite [pytest's options]`. The tests are those of
the installed nbgrader; their assignments hold no exercise of a course, so that they tell whether
the plug-ins leave alone what is none of their business. What cannot apply stands in NOT_OURS.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.grading.directory import CONFIG

SUITE = "nbgrader.tests.apps.test_nbgrader_autograde"
# Test → why it cannot apply.
NOT_OURS: dict[str, str] = {}


def plug_ins() -> str:
    """The settings of a course directory, but for its place and its time limits."""
    settings = CONFIG.format(course_id="nbgrader-suite")
    return re.sub(r"^c\.(CourseDirectory|Execute)\..*$", "", settings, flags=re.MULTILINE)


def main(options: list[str]) -> int:
    """The exit status of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "nbgrader_config.py").write_text(plug_ins(), encoding="utf-8")
        Path(folder, "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        left_out = [f"--deselect={test}" for test in NOT_OURS]
        command = [sys.executable, "-m", "pytest", "-c", f"{folder}/pytest.ini", "--pyargs", SUITE]
        environment = {**os.environ, "JUPYTER_CONFIG_PATH": folder}
        return subprocess.run([*command, *left_out, *options], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
