"""The repository's address stands in the project's metadata; all else is made from it."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from autograder.publish.address import Address, address_of
from autograder.publish.cells import setup_source

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*.ipynb")])
BADGE = re.compile(r"\[!\[Open in (\w+)\]\(\S+\)\]\((\S+)\)")


@pytest.fixture(scope="module")
def repository() -> str:
    """The address as the project file has it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (found,) = re.findall(r'^Repository = "(.+)"$', text, re.MULTILINE)
    assert text.count(found) == 1
    return found


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_badges_and_set_up_cell_bear_the_projects_address(path: Path, repository: str) -> None:
    owner = repository.removeprefix("https://github.com/")
    head, setup = nbformat.read(path, as_version=4).cells[:2]
    links = dict(BADGE.findall(head.source.splitlines()[0]))
    student = f"notebooks/{path.name}"
    assert links == {
        "Colab": f"https://colab.research.google.com/github/{owner}/blob/main/{student}",
        "Binder": f"https://mybinder.org/v2/gh/{owner}/main?urlpath=lab/tree/{student}",
    }
    assert re.findall(r'^ +%pip install -q "(.+)"$', setup.source, re.MULTILINE) == [
        f"tapework @ git+{repository}"
    ]


def test_no_other_file_of_the_course_or_the_engine_knows_the_address(repository: str) -> None:
    owner = repository.removeprefix("https://")
    files = [path for folder in ("course", "autograder") for path in (ROOT / folder).rglob("*.*")]
    texts = {path: path.read_bytes() for path in files if path.suffix in {".py", ".md", ".toml"}}
    assert len(texts) > 100
    assert [path for path, text in texts.items() if owner.encode() in text] == []


def test_a_repository_elsewhere_than_on_github_is_installed_and_has_no_badges() -> None:
    address = Address("other", "https://git.example.org/teaching/other")
    assert address.badges("notebooks/01_small.ipynb") == ""
    source = setup_source("small", address)
    assert '    %pip install -q "other @ git+https://git.example.org/teaching/other"\n' in source


def test_a_course_without_an_address_installs_nothing() -> None:
    assert address_of("no_such_course") is None
    source = setup_source("small", None)
    assert source.startswith("from autograder.live import begin")
    assert "pip" not in source
