"""A gradebook in PostgreSQL: the same scores, and a lock that somebody else holds is waited for."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_class import (
    command,
    gradebook_of,
    grades_a_class,
    hand_in_class,
    make_course,
    release,
)

psycopg2 = pytest.importorskip("psycopg2")
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
INITDB = shutil.which("initdb") or next((str(one / "initdb") for one in PROGRAMS[-1:]), None)
pytestmark = [
    *grades_a_class(__name__),
    pytest.mark.skipif(INITDB is None, reason="needs PostgreSQL's server"),
]


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own that gives up on a lock after half a second; yields its address."""
    assert INITDB is not None
    folder = Path("/tmp") / f"tapework-postgresql-{os.getpid()}"
    folder.mkdir()
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data, programs = folder / "data", Path(INITDB).resolve().parent

    def run(*words: str) -> None:
        subprocess.run(words, user=user, check=True, capture_output=True, cwd="/", timeout=120)

    run(INITDB, "-D", str(data), "-A", "trust", "-U", "tapework")
    options = f"-k {folder} -c listen_addresses= -c lock_timeout=500"
    pg_ctl = str(programs / "pg_ctl")
    run(pg_ctl, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg2://tapework@/postgres?host={folder}"
    finally:
        run(pg_ctl, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


def test_the_same_scores_and_a_lock_is_waited_for(address: str, tmp_path: Path) -> None:
    course = make_course(tmp_path)
    config = course / "nbgrader_config.py"
    config.write_text(config.read_text() + f"\nc.CourseDirectory.db_url = {address!r}\n")
    release(course)
    hand_in_class(course)
    holder = psycopg2.connect(address.replace("+psycopg2", ""))
    holder.cursor().execute("lock table submitted_assignment in access exclusive mode")
    with (tmp_path / "said.txt").open("w+") as said:
        run = subprocess.Popen(command(course), stderr=said, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 300
        while "locked by another program" not in (tmp_path / "said.txt").read_text():
            assert run.poll() is None and time.monotonic() < until
            time.sleep(0.2)
        holder.rollback()
        holder.close()
        assert run.wait(300) == 1
    points = {student: one["points"][0] for student, one in gradebook_of(course, address).items()}
    assert points["ada"] == points["fay"] == 4.0
    assert (points["ben"], points["dee"]) == (1.0, 0.0)
