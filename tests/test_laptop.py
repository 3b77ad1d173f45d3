"""On a laptop: the chapters need the course and a kernel, no nbgrader, no GPU and no network."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from autograder.isolation.sandbox import can_sandbox
from tests.elsewhere import (
    ROOT,
    add_kernel,
    build_wheel,
    chapters,
    complaints,
    make_environment,
    read,
    run_in,
    versions,
)
from tests.memory import peak_of_children

KERNEL, DEFAULT = "laptop", "03_metrics"
OFFLINE = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent", "--"]
NETWORK = "print(*(line.split(':')[0].strip() for line in open('/proc/net/dev').readlines()[2:]))"
MOST = 1.8e9  # bytes; Binder ends a session that holds 2 GB, JupyterLab's own 0.15 GB among them
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.xdist_group("laptop"),
    pytest.mark.skipif(not can_sandbox(), reason="needs Linux and bubblewrap"),
]


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The Python of an environment with the course and a kernel; its kernel has no network."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        wheel = build_wheel(Path(name) / "wheel")
        wanted = ["-c", str(ROOT / "constraints.txt"), str(wheel), "ipykernel"]
        python = make_environment(Path(name) / "laptop", wanted)
        kernels = Path(name) / "jupyter"
        add_kernel(kernels, KERNEL, python, module="ipykernel_launcher", inside=OFFLINE)
        patch.setenv("JUPYTER_PATH", str(kernels))
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        yield python


def test_nothing_but_the_course_and_a_kernel_is_installed(laptop: Path) -> None:
    others = {
        "nbgrader",
        "jupyterlab",
        "notebook",
        "nbclient",
        "nbformat",
        "jupytext",
        "ipywidgets",
    }
    assert {"tapework", "tensorflow", "ipykernel"} <= set(versions(laptop))
    assert others.isdisjoint(versions(laptop))


@pytest.mark.parametrize("chapter", chapters(DEFAULT))
def test_a_solved_chapter_runs_offline_in_little_memory(
    laptop: Path, tmp_path: Path, chapter: str
) -> None:
    notebook = read("solutions", chapter)
    checks = [one for one in notebook.cells if one.source.startswith("check(")]
    asked = nbformat.v4.new_code_cell(NETWORK)
    notebook.cells.insert(0, asked)

    with peak_of_children() as peak:
        run_in(KERNEL, notebook, tmp_path)

    assert asked.outputs[0].text == "lo\n"
    assert complaints(notebook) == []
    assert all('data-outcome="correct"' in str(one.outputs) for one in checks)
    assert 0.3e9 < peak.bytes < MOST
    print(f"{chapter}: {len(checks)} checks, {peak.bytes / 1e9:.2f} GB at most")
