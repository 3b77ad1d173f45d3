"""A run that is killed, stopped, out of room or locked out goes on, to the same gradebook."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.catalogue import load_course
from autograder.grading.journal import Journal
from autograder.grading.known import new_seed
from autograder.publish.student import write_student_edition
from tests.small_class import (
    ASSIGNMENT,
    EXERCISES,
    FILE,
    command,
    grade,
    gradebook_of,
    grades_a_class,
    hand_in,
    hand_in_class,
    leftovers,
    make_course,
    rights,
)

pytestmark = grades_a_class(__name__)
# TAPEWORK_KILLS=20 make test: more of them, which takes minutes.
KILLS = int(os.environ.get("TAPEWORK_KILLS", "4"))
ROOM_FOR_LITTLE = """
cp -r "$1" /tmp/room
head -c 1G /dev/zero > /tmp/filler 2> /dev/null
truncate -s "-$4" /tmp/filler
"$2" -m autograder grade losses --course /tmp/room/course --json
test $? = 2 || exit 9
rm /tmp/filler
"$2" -m autograder grade losses --course /tmp/room/course --json
test $? = 1 || exit 8
cp /tmp/room/course/gradebook.db "$3"
"""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any], float]:
    """A course directory with a class that nobody has graded; its gradebook after; how long."""
    folder = tmp_path_factory.mktemp("interruptions")
    course = make_course(folder)
    hand_in_class(course)
    untouched = shutil.copytree(course, folder / "untouched")
    grade(shutil.copytree(course, folder / "warm"))  # mistakes' answers are on disk from now on
    began = time.monotonic()
    done = grade(course)
    assert done.returncode == 1, done.stderr  # one of them cannot be read
    return untouched, gradebook_of(course), time.monotonic() - began


@pytest.fixture
def fresh(ground: Any, tmp_path: Path) -> Path:
    """A copy of the class that nobody has graded."""
    return shutil.copytree(ground[0], tmp_path / "course")


def finish(course: Path) -> str:
    done = grade(course, "--workers", "2")
    assert done.returncode == 1, done.stderr
    return done.stderr


@contextlib.contextmanager
def started(course: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    with (course / "said.txt").open("w") as said:
        run = subprocess.Popen(command(course, *options), stderr=said, stdout=subprocess.DEVNULL)
        try:
            yield run
        finally:
            run.kill()
            run.wait()


def test_an_undisturbed_run_says_what_is_right(ground: Any) -> None:
    points = {student: one["points"][0] for student, one in ground[1].items()}
    assert points["ada"] == points["fay"] == 4.0
    assert (points["ben"], points["dee"]) == (1.0, 0.0)
    assert 1.0 < points["cho"] < 3.0
    assert "eve" not in points


@pytest.mark.parametrize("number", range(KILLS))
def test_a_run_that_is_killed_goes_on_to_the_same_gradebook(
    ground: Any, fresh: Path, number: int
) -> None:
    _, undisturbed, seconds = ground
    chance = random.Random(f"kill {number} of {KILLS}")
    with started(fresh, "--workers", "2") as run:
        # Each in its own part of the run, at random there.
        time.sleep(seconds * (number + chance.random()) / KILLS)
        run.send_signal(signal.SIGKILL)
        run.wait()
    finish(fresh)
    assert gradebook_of(fresh) == undisturbed
    assert not leftovers(fresh)
    assert sqlite3.connect(fresh / "gradebook.db").execute("pragma integrity_check").fetchone() == (
        "ok",
    )


def test_ctrl_c_stops_it_with_a_word_and_it_goes_on(ground: Any, fresh: Path) -> None:
    _, undisturbed, seconds = ground
    with started(fresh) as run:
        journal = fresh / ".tapework" / ASSIGNMENT / "journal.jsonl"
        until = time.monotonic() + 10 * seconds + 60
        while "written" not in (journal.read_text() if journal.exists() else ""):
            assert time.monotonic() < until and run.poll() is None
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        run.wait(60)
    said = (fresh / "said.txt").read_text()
    assert run.returncode == 2
    assert "Traceback" not in said
    assert "again" in said
    finish(fresh)
    assert gradebook_of(fresh) == undisturbed


def test_a_locked_gradebook_is_waited_for(ground: Any, fresh: Path) -> None:
    holder = sqlite3.connect(fresh / "gradebook.db", isolation_level=None)
    holder.execute("begin exclusive")
    with started(fresh) as run:
        said = fresh / "said.txt"
        while "locked by another program" not in said.read_text():
            assert run.poll() is None
            time.sleep(0.2)
        holder.execute("rollback")
        holder.close()
        run.wait(300)
    assert run.returncode == 1
    assert gradebook_of(fresh) == ground[1]


def test_ctrl_c_ends_the_waiting_for_a_locked_gradebook(ground: Any, fresh: Path) -> None:
    with started(fresh) as run:
        said = fresh / "said.txt"
        while "Asking the references" not in said.read_text():
            assert run.poll() is None
            time.sleep(0.05)
        with contextlib.closing(sqlite3.connect(fresh / "gradebook.db", timeout=60)) as holder:
            holder.isolation_level = None
            holder.execute("begin exclusive")
            while "locked by another program" not in said.read_text():
                assert run.poll() is None
                time.sleep(0.2)
            run.send_signal(signal.SIGINT)
            run.wait(60)
    assert run.returncode == 2
    assert "Traceback" not in said.read_text()
    finish(fresh)
    assert gradebook_of(fresh) == ground[1]


@pytest.mark.parametrize("after_the_start", [False, True])
def test_a_full_disk_loses_nothing(ground: Any, tmp_path: Path, after_the_start: bool) -> None:
    room = f"{100 + after_the_start * _size_of_edition(tmp_path / 'edition')}K"
    kept = tmp_path / "gradebook.db"
    folder = shutil.copytree(ground[0], tmp_path / "whole" / "course").parent
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", str(40 * 2**20), "--tmpfs", "/tmp"]
    walls += ["--bind", str(tmp_path), str(tmp_path)] if tmp_path.is_relative_to("/tmp") else []
    for path in {Path(__file__).parents[1], Path(sys.prefix), Path.home() / ".cache"}:
        walls += ["--ro-bind-try", str(path), str(path)] if path.is_relative_to("/tmp") else []
    script = ["sh", "-c", ROOM_FOR_LITTLE, "sh", str(folder), sys.executable, str(kept), room]
    done = subprocess.run([*walls, *script], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr and "again" in done.stderr
    assert gradebook_of(kept.parent) == ground[1]


def _size_of_edition(folder: Path) -> int:
    """KiB of what every run writes before its first submission, on a disk of 4 KiB blocks."""
    write_student_edition(load_course(), folder)
    return sum(path.stat().st_size // 4096 + 1 for path in folder.rglob("*")) * 4


def test_a_submission_that_changed_is_graded_anew_and_the_others_are_not(
    ground: Any, fresh: Path
) -> None:
    finish(fresh)
    hand_in(fresh, "dee", rights("positive_weights"))
    hand_in(fresh, "eve", rights(*EXERCISES))
    again = grade(fresh, "--json")
    assert again.returncode == 0, again.stderr
    assert fresh_ones(again) == {"dee", "eve"}
    points = {student: one["points"][0] for student, one in gradebook_of(fresh).items()}
    assert (points["dee"], points["eve"], points["ada"]) == (1.0, 4.0, 4.0)
    # What a browser may have made of the name changes, too.
    ben = fresh / "submitted" / "ben" / ASSIGNMENT / FILE
    ben.rename(ben.with_name(f"{FILE}.txt"))
    assert fresh_ones(grade(fresh, "--json")) == {"ben"}
    ben.with_name(f"{FILE}.txt").write_bytes(hand_in(fresh, "dee", rights()).read_bytes())
    assert fresh_ones(grade(fresh, "--json")) == {"ben", "dee"}
    points = {student: one["points"][0] for student, one in gradebook_of(fresh).items()}
    wanted = {"ada": 4.0, "ben": 0.0, "dee": 0.0, "eve": 4.0}
    assert {student: points[student] for student in wanted} == wanted


def fresh_ones(done: subprocess.CompletedProcess[str]) -> set[str]:
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["student"] for line in lines if line["fresh"]}


def test_with_force_a_run_goes_on_only_with_one_that_was_forced(fresh: Path) -> None:
    def seeds(*options: str) -> set[int]:
        with Journal(fresh, ASSIGNMENT) as journal:
            journal.begin(new_seed(), force=False)
        done = grade(fresh, "--students", "ada,cho", *options)
        assert done.returncode == 0, done.stderr
        kept = (fresh / ".tapework" / ASSIGNMENT).glob("*-*.json")
        return {json.loads(path.read_text())["seed"] for path in kept}

    (first,), (again,), (afresh,) = seeds(), seeds(), seeds("--force")
    assert first == again != afresh


def test_the_worker_that_runs_kernels_may_die(ground: Any, fresh: Path) -> None:
    """The server of warm kernels is killed again and again: no score depends on it."""
    with started(fresh, "--workers", "2") as run:
        deaths = 0
        while run.poll() is None:
            for child in _children(run.pid):
                if deaths < 3 and b"kernels.server" in _command(child):
                    time.sleep(1.0)
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(child, signal.SIGKILL)
                    deaths += 1
            time.sleep(0.2)
    assert deaths == 3
    finish(fresh)
    assert gradebook_of(fresh) == ground[1]


def _children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            if int(path.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(path.parent.name))
    return found


def _command(process: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""
