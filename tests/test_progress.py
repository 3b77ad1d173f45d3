"""Progress is kept for the next day, by notebooks that are open at once, and in Drive on Colab."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.catalogue import load_course
from autograder.progress import Progress, Record
from autograder.verdict import CORRECT, INCORRECT, Verdict

TRIES, NOTEBOOKS = 25, 4
NOTEBOOK = """
import sys
from autograder.progress import Progress
from autograder.verdict import CORRECT, INCORRECT, Verdict
own, tries, outcome = sys.argv[1], int(sys.argv[2]), sys.argv[3]
for _ in range(tries):
    for name in (own, "huber_fn"):
        Progress().note_verdict(Verdict(name, outcome, 1.5, 2.0, (), ""))
"""


def verdict(name: str, points: float) -> Verdict:
    return Verdict(name, CORRECT if points == 2.0 else INCORRECT, points, 2.0, (), "")


def start(home: Path, own: str, tries: int, outcome: str = INCORRECT) -> subprocess.Popen[bytes]:
    """Another notebook's process, which checks its own exercise and `huber_fn` again and again."""
    environment = {**os.environ, "TAPEWORK_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-c", NOTEBOOK, own, str(tries), outcome], env=environment
    )


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Progress goes where it goes by default; returns the user's data directory."""
    monkeypatch.delenv("TAPEWORK_HOME")
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "tapework"


@pytest.fixture
def colab(no_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which `google.colab` can be imported; returns where Drive would be mounted."""
    stand_in = tmp_path / "site" / "google" / "colab"
    stand_in.mkdir(parents=True)
    (stand_in / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return tmp_path / "drive" / "MyDrive"


def test_progress_survives_a_restart(tmp_path: Path) -> None:
    assert start(tmp_path, "softplus", 2).wait() == 0
    assert start(tmp_path, "softplus", 1, CORRECT).wait() == 0
    kept = Progress(tmp_path).record("softplus")
    assert kept == Record(points=1.5, tries=3, solved=True)


def test_notebooks_that_are_open_at_once_lose_nothing(tmp_path: Path) -> None:
    names = [f"exercise_{number}" for number in range(NOTEBOOKS)]
    notebooks = [start(tmp_path, name, TRIES) for name in names]
    assert [one.wait() for one in notebooks] == [0] * NOTEBOOKS
    tries = {name: one.tries for name, one in Progress(tmp_path).records().items()}
    assert tries == dict.fromkeys(names, TRIES) | {"huber_fn": TRIES * NOTEBOOKS}


def test_the_best_try_counts_and_what_was_worked_on_last_stands_last(tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    for name, points in [("huber_fn", 2.0), ("softplus", 0.5), ("huber_fn", 0.0)]:
        progress.note_verdict(verdict(name, points))
    assert list(progress.records()) == ["softplus", "huber_fn"]
    assert progress.record("huber_fn") == Record(points=2.0, tries=2, solved=True)
    progress.note_recap("softplus", right=True)
    assert list(progress.records())[-1] == "huber_fn"


def test_a_file_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    (tmp_path / "progress.json").write_text('{"huber_fn": {"points": 2.0, "solved": true}}')
    assert Progress(tmp_path).record("huber_fn") == Record(points=2.0, solved=True)


@pytest.mark.parametrize("text", ["{", "[]", '{"huber_fn": {"pionts": 2}}', "\xff"])
def test_a_file_that_cannot_be_read_is_set_aside(tmp_path: Path, text: str) -> None:
    progress = Progress(tmp_path)
    progress.path.write_bytes(text.encode("latin-1"))
    progress.note_verdict(verdict("huber_fn", 2.0))
    assert list(progress.records()) == ["huber_fn"]
    kept = (tmp_path / "progress.unreadable-1.json").read_bytes()
    assert kept == text.encode("latin-1")


def test_a_check_goes_on_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    progress = Progress(tmp_path / "file" / "home")
    progress.note_verdict(verdict("huber_fn", 2.0))
    assert list(progress.records()) == ["huber_fn"]


def test_hints_and_solutions_come_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    huber = load_course().exercise("huber_fn")
    hints = [Progress(tmp_path / "file" / "home").next_hint(huber) for _ in range(3)]
    asked = [Progress(tmp_path / "file" / "home").asked_for_solution(huber) for _ in range(2)]
    assert (hints, asked) == ([1, 2, 3], [1, 2])


def test_a_file_that_does_not_answer_is_left_and_what_was_done_is_written_later(
    tmp_path: Path,
) -> None:
    progress = Progress(tmp_path)
    progress.path.mkdir()  # reading it raises, as a drive that was disconnected does
    progress.note_verdict(verdict("huber_fn", 2.0))
    assert progress.path.is_dir()
    progress.path.rmdir()
    progress.path.write_text('{"softplus": {"points": 1.0}}')
    assert list(progress.records()) == ["softplus", "huber_fn"]
    progress.note_verdict(verdict("softplus", 0.5))
    assert set(json.loads(progress.path.read_text())) == {"softplus", "huber_fn"}


def test_several_files_that_make_no_sense_are_all_kept(tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    for text in ("{", "["):
        progress.path.write_text(text)
        progress.note_verdict(verdict("huber_fn", 2.0))
    kept = sorted(path.read_text() for path in tmp_path.glob("*.unreadable-*.json"))
    assert kept == ["[", "{"]


def test_grading_is_nobodys_learning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    Progress(tmp_path).note_verdict(verdict("huber_fn", 2.0))
    Progress(tmp_path).note_recap("huber_fn", right=True)
    assert list(tmp_path.iterdir()) == []


def test_elsewhere_than_on_colab_progress_is_in_the_users_data_directory(no_home: Path) -> None:
    progress = Progress()
    assert progress.path.parent == no_home
    assert progress.home.notice == ""


def test_on_colab_without_drive_the_loss_is_told_and_how_to_prevent_it(colab: Path) -> None:
    notice = Progress(drive=colab).home.notice
    assert "forgets this progress with the machine" in notice
    assert 'from google.colab import drive; drive.mount("/content/drive")' in notice


def test_on_colab_with_drive_progress_is_kept_there(colab: Path) -> None:
    colab.mkdir(parents=True)
    progress = Progress(drive=colab)
    assert progress.path == colab / "Tapework" / "progress.json"
    assert progress.home.notice == ""


def test_what_was_done_before_drive_was_mounted_is_taken_along(colab: Path, no_home: Path) -> None:
    drive = colab / "Tapework"
    drive.mkdir(parents=True)
    old = {
        "huber_fn": {"points": 2.0, "tries": 3, "hints": 1, "solved": True},
        "softplus": {"hints": 2},
    }
    (drive / "progress.json").write_text(json.dumps(old))
    (drive / "library").mkdir()
    for name, text in [("huber_fn", "mine"), ("softplus", "old")]:
        (drive / "library" / f"{name}.py").write_text(text)
        os.utime(drive / "library" / f"{name}.py", (1, 1))
    earlier = Progress(no_home)
    earlier.note_verdict(verdict("softplus", 2.0))
    earlier.note_verdict(verdict("huber_fn", 0.5))
    (no_home / "library").mkdir()
    for name in ("softplus", "pinball_loss"):
        (no_home / "library" / f"{name}.py").write_text("new")

    for _ in range(2):  # the second time, there is nothing left to bring
        records = Progress(drive=colab).records()
        assert records == {
            "softplus": Record(points=2.0, tries=1, hints=2, solved=True),
            "huber_fn": Record(points=2.0, tries=4, hints=1, solved=True),
        }
        assert list(records)[-1] == "huber_fn"
    parts = {path.stem: path.read_text() for path in (drive / "library").glob("*.py")}
    assert parts == {"huber_fn": "mine", "softplus": "new", "pinball_loss": "new"}


@pytest.mark.parametrize("where", ["drive", "home"])
def test_what_does_not_answer_when_drive_is_mounted_is_brought_later(
    colab: Path, no_home: Path, where: str
) -> None:
    drive = colab / "Tapework"
    drive.mkdir(parents=True)
    Progress(no_home).note_verdict(verdict("softplus", 2.0))
    (drive / "progress.json").write_text('{"huber_fn": {"points": 2.0}}')
    silent = (drive if where == "drive" else no_home) / "progress.json"
    kept = silent.rename(silent.with_suffix(".kept"))
    silent.mkdir()  # reading it raises
    Progress(drive=colab)
    assert silent.is_dir() and (no_home / "progress.json").exists()
    silent.rmdir()
    kept.rename(silent)
    assert set(Progress(drive=colab).records()) == {"huber_fn", "softplus"}
    assert not (no_home / "progress.json").exists()


def test_a_folder_that_was_chosen_wins_on_colab_too(
    colab: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    colab.mkdir(parents=True)
    monkeypatch.setenv("TAPEWORK_HOME", str(tmp_path / "chosen"))
    progress = Progress(drive=colab)
    assert progress.path.parent == tmp_path / "chosen"
    assert progress.home.notice == ""
