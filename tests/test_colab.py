"""On Colab: the set-up cell adds the course, changes nothing else, and the first check works."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.publish.address import address_of
from tests.elsewhere import (
    CHAPTERS,
    add_kernel,
    build_wheel,
    chapters,
    complaints,
    first_steps,
    install,
    make_environment,
    read,
    run_in,
    set_up,
    uninstall,
    versions,
)

# Colab's Python, and of its packages those that a course could get in the way of. Its kernel, its
# IPython and its notebook are years old on purpose: `google-colab` names exactly these.
PYTHON = "3.12"
LAYOUT = [
    "tensorflow==2.19.*",  # the oldest minor that is supported
    "keras==3.10.0",
    "numpy==2.0.2",
    "ipykernel==6.17.1",
    "ipython==7.34.0",
    "ipywidgets==7.7.1",
    "jupyter_client==7.4.9",
    "notebook==6.5.7",
    "traitlets==5.7.1",
    "tornado==6.5.1",
    "psutil==5.9.5",
    "cloudpickle==3.1.1",
    "platformdirs==4.3.8",
    "filelock==3.18.0",
    "PyYAML==6.0.2",
    "matplotlib==3.10.0",
    "pandas==2.2.2",
    "setuptools==75.2.0",
    "pip",
]
KERNEL = "colab"
START, DEFAULT = "00_start", "02_losses"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.xdist_group("colab"),
]


@pytest.fixture(scope="module")
def colab() -> Iterator[Path]:
    """The Python of an environment laid out like Colab's; its kernel is known as `colab`."""
    with (
        tempfile.TemporaryDirectory(prefix="tapework-colab-") as name,
        pytest.MonkeyPatch.context() as patch,
    ):
        folder = Path(name)
        python = make_environment(folder / "colab", LAYOUT, PYTHON)
        (packages,) = (folder / "colab").glob("lib/python*/site-packages")
        (packages / "google/colab").mkdir(parents=True)
        (packages / "google/colab/__init__.py").write_text('__version__ = "1.0.0"\n')
        # Colab's kernel has its own package imported before any cell runs.
        (packages / "colab_kernel_launcher.py").write_text(
            "import google.colab\nfrom ipykernel import kernelapp\n\n"
            'if __name__ == "__main__":\n    kernelapp.launch_new_instance()\n'
        )
        kernels = folder / "jupyter"
        add_kernel(kernels, KERNEL, python, module="colab_kernel_launcher", inside=[])
        patch.setenv("JUPYTER_PATH", str(kernels))
        yield python


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that stands for the repository, which this machine cannot reach."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def installs(source: str, requirement: str) -> str:
    """A set-up cell that installs something else in place of the repository."""
    address = address_of("course")
    assert address and source.count(f'"{address.requirement}"') == 1
    return source.replace(address.requirement, requirement)


def card_of(cell: Any) -> str:
    """The card that a check shows."""
    (shown,) = (one for one in cell.outputs if one.output_type == "execute_result")
    return str(shown.data["text/html"])


@pytest.mark.parametrize("chapter", chapters(DEFAULT))
def test_the_set_up_cell_installs_the_course_and_the_first_check_shows_a_card(
    colab: Path, wheel: Path, tmp_path: Path, chapter: str
) -> None:
    uninstall(colab, "tapework")
    before = versions(colab)
    assert "tapework" not in before
    notebook = first_steps(chapter)
    again = set_up(notebook)
    first = nbformat.v4.new_code_cell(installs(again.source, str(wheel)))
    notebook.cells.insert(0, first)

    run_in(KERNEL, notebook, tmp_path)

    after = versions(colab)
    assert after.pop("tapework")
    assert after == before
    # Installed, it is silent: the address that cannot be reached from here is not even tried.
    assert again.outputs == []
    assert complaints(notebook) == []
    if chapter == START:
        assert "Everything is ready" in str(notebook)
    else:
        untouched = "not attempted" if "NotImplemented" in notebook.cells[2].source else "correct"
        assert f'data-outcome="{untouched}"' in card_of(notebook.cells[3])
        assert 'data-outcome="correct"' in card_of(notebook.cells[5])


@pytest.mark.everywhere
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_solved_chapter_runs_with_the_versions_there(
    colab: Path, wheel: Path, tmp_path: Path, chapter: str
) -> None:
    install(colab, wheel)
    notebook = read("solutions", chapter)
    checks = [one for one in notebook.cells if one.source.startswith("check(")]

    run_in(KERNEL, notebook, tmp_path)

    # TensorFlow 2.19 logs what its compiler does.
    assert complaints(notebook, logs=False) == []
    assert all('data-outcome="correct"' in str(one.outputs) for one in checks)


def test_a_failed_installation_is_told_in_a_sentence(colab: Path, tmp_path: Path) -> None:
    uninstall(colab, "tapework")
    notebook = first_steps(DEFAULT)
    notebook.cells = [set_up(notebook)]
    notebook.cells[0].source = installs(notebook.cells[0].source, os.fspath(tmp_path / "none.whl"))

    run_in(KERNEL, notebook, tmp_path, failing=True)

    error = notebook.cells[0].outputs[-1]
    assert error.ename == "ImportError"
    assert error.evalue.startswith("Tapework could not be installed: the lines above say why.")
