"""On Binder: repo2docker reads `binder/` as it is meant, and its last step fails loudly."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
POST_BUILD = ROOT / "binder" / "postBuild"


@pytest.fixture(scope="module")
def dockerfile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What repo2docker would build of the repository, in its own words; no engine is needed."""
    repository = tmp_path_factory.mktemp("binder") / "repository"
    names = ["autograder", "course", "binder", "pyproject.toml", "constraints.txt", "Makefile"]
    for name in names:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        repository.mkdir(exist_ok=True)
        copy(ROOT / name, repository / name)
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--user-id", "1000"]
    command += ["--user-name", "learner", str(repository)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Building conda environment for python=3.11" in done.stderr
    return done.stdout


def test_repo2docker_installs_the_requirements_and_runs_the_last_step(dockerfile: str) -> None:
    lines = dockerfile.splitlines()
    everything = lines.index("COPY --chown=1000:1000 src/ ${REPO_DIR}/")
    install = next(n for n, line in enumerate(lines) if "pip install" in line)
    assert lines[install].endswith('-r "binder/requirements.txt"')
    last = lines.index("RUN ./binder/postBuild")
    # The project itself is among the requirements, so it must be there before them.
    assert everything < install < last
    users = [line for line in lines[:last] if line.startswith("USER")]
    assert users[-1] == "USER ${NB_USER}"


def test_binder_installs_the_course_in_the_versions_that_are_tested() -> None:
    lines = (ROOT / "binder/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("-")] == ["-c ../constraints.txt", "-e ."]


def test_the_last_step_may_be_run() -> None:
    assert POST_BUILD.stat().st_mode & stat.S_IXUSR


def last_step(first_on_path: Path) -> subprocess.CompletedProcess[str]:
    """Runs it with the programs of a folder, and of the tests' own environment."""
    folders = [str(first_on_path), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {**os.environ, "PATH": os.pathsep.join(folders)}
    return subprocess.run(
        [POST_BUILD], capture_output=True, text=True, cwd=ROOT, timeout=300, env=environment
    )


@pytest.mark.slow
def test_the_last_step_checks_a_right_answer(tmp_path: Path) -> None:
    done = last_step(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Correct: huber_fn, 2 of 2 points" in done.stdout


def test_the_last_step_fails_where_the_course_is_not_installed(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -I -S "$@"\n')
    python.chmod(0o755)
    done = last_step(tmp_path)
    assert done.returncode != 0
    assert "ModuleNotFoundError" in done.stderr
    assert done.stdout == ""
