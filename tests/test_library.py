"""What passed its check is kept whole, and can be imported in another notebook."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import v4

from autograder import library
from autograder.library import HEAD, keep, part, standing_alone, write

CELLS = [
    "import functools\n\nfrom autograder.live import begin",
    "def square(x):\n    return 0.0 * x  # an earlier try",
    "LIMIT = 1.0\n\n\ndef square(x):\n    return x * x  # mine\n\n\nprint('noise')",
    "%matplotlib inline",
    "@functools.cache\ndef half():\n    return 0.5",
    "def huber_fn(y_true, y_pred):\n    error = y_true - y_pred\n"
    "    small = half() * square(error)\n"
    "    return tf.where(tf.abs(error) <= LIMIT, small, tf.abs(error) - half())",
    "square(3.0)",
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TAPEWORK_HOME", str(tmp_path))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return tmp_path


def test_a_part_comes_with_what_it_needs_and_nothing_else() -> None:
    source = standing_alone("huber_fn", CELLS)
    assert source.startswith(HEAD)
    assert "@functools.cache" in source and "import functools" in source
    assert "# mine" in source and "LIMIT = 1.0" in source
    assert "earlier try" not in source and "noise" not in source and "begin" not in source


def test_a_kept_part_runs_by_itself() -> None:
    keep("huber_fn", CELLS)
    import mine

    assert "huber_fn" in dir(mine)
    assert float(mine.huber_fn(0.0, 3.0)) == 2.5
    from mine import huber_fn

    assert huber_fn.__module__ == "mine.huber_fn"


def test_a_later_definition_takes_the_place_of_an_earlier_one() -> None:
    keep("square", CELLS)
    keep("square", [*CELLS, "def square(x):\n    return x**2 + 0"])
    assert "x**2 + 0" in (library.folder() / "square.py").read_text()


def test_a_part_that_was_never_made_is_named_with_its_chapter() -> None:
    with pytest.raises(ImportError, match=r"no 'HuberLoss' yet.*02_losses\.ipynb"):
        from mine import HuberLoss  # noqa: F401
    with pytest.raises(ImportError, match="Did you mean HuberLoss"):
        write("HuberLos")


def test_a_part_that_no_longer_runs_says_so(home: Path) -> None:
    (home / "library").mkdir()
    (home / "library" / "huber_fn.py").write_text("def huber_fn(:")
    with pytest.raises(ImportError, match=r"no longer runs \(SyntaxError"):
        part("huber_fn")


def test_parts_are_written_out_once_each() -> None:
    keep("huber_fn", CELLS)
    keep("square", CELLS)
    text = write("huber_fn", "square", "square")
    assert text.count("import tensorflow as tf") == 1
    scope: dict[str, object] = {}
    exec(text, scope)
    assert {"huber_fn", "square"} <= set(scope)


def test_nothing_is_kept_while_a_class_is_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    keep("square", CELLS)
    assert library.parts() == []


@pytest.mark.slow
def test_what_passes_in_one_notebook_is_imported_in_the_next(home: Path) -> None:
    right = "def huber_fn(y_true, y_pred):\n    error = y_true - y_pred\n"
    wrong = right + "    return error"
    right += "    return tf.where(tf.abs(error) <= 1, error**2 / 2, tf.abs(error) - 0.5)"
    setup = "from autograder.live import begin, check\nbegin('losses')\nimport tensorflow as tf"
    failed = "try:\n    from mine import huber_fn\nexcept ImportError as error:\n    print(error)"
    check = 'check("huber_fn")'
    assert "You have no 'huber_fn' yet" in run(home, [setup, wrong, check, failed])
    run(home, [setup, right, check])
    said = run(home, ["from mine import huber_fn", "print(float(huber_fn(0.0, 3.0)))"])
    assert said == "2.5\n"


def run(home: Path, cells: list[str]) -> str:
    notebook = v4.new_notebook(cells=[v4.new_code_cell(one) for one in cells])
    notebook.metadata = nbformat.from_dict({"kernelspec": {"name": "python3", "display_name": ""}})
    client = NotebookClient(notebook, timeout=300, extra_arguments=["--log-level=40"])
    client.execute(env={**os.environ, "TAPEWORK_HOME": str(home)})
    outputs = [one for cell in notebook.cells for one in cell.outputs]
    return "".join(one.text for one in outputs if one.get("name") == "stdout")
