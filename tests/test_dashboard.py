"""What `progress()` shows: the right figures, in HTML that reads well and in plain text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.catalogue import load_course
from autograder.dashboard import Dashboard, dashboard
from autograder.progress import Record
from tests.browsing import CHROMIUM, PICTURES, new_page

COURSE = load_course("course")
LOSSES = COURSE.chapter("losses").exercises
ALL = sum(len(chapter.graded) for chapter in COURSE.chapters)
POINTS = sum(one.points for one in COURSE.exercises.values() if not one.given)
MIXED = {
    "twice": Record(points=1.0, tries=1, solved=True),
    "standardize": Record(points=2.0, tries=4, hints=3, solved=True, recaps=3, recaps_right=2),
    "a_part_that_is_no_more": Record(points=9.0, tries=1, solved=True),
    "huber_fn": Record(points=2.0, tries=2, solved=True, recaps=1, recaps_right=1),
    "create_huber": Record(points=0.67, tries=3, hints=1),
    "softplus": Record(hints=1),
}


def shown(records: dict[str, Record], notice: str = "", folder: Path | None = None) -> Dashboard:
    return dashboard(COURSE, records, notice, folder or Path("nowhere"))


def read(board: Dashboard) -> ElementTree.Element:
    """The HTML, which is written so that the strictest of parsers takes it."""
    return ElementTree.fromstring(board.html)


def words(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def rows(element: ElementTree.Element) -> dict[str, list[str]]:
    """Exercise → what its row says."""
    found = [[words(cell) for cell in row] for row in element.iter("tr")]
    return {first: rest for first, *rest in found if first != "exercise"}


def test_the_whole_course_is_added_up_without_what_is_given() -> None:
    told = words(read(shown(MIXED)))
    assert f"4.67 of {POINTS:g} points, 2 of {ALL} exercises solved" in told
    assert "5 hints used, recaps 3 of 4 right" in told


def test_every_chapter_is_added_up_with_its_minutes() -> None:
    chapters = read(shown(MIXED)).findall(".//li")
    assert len(chapters) == len(COURSE.chapters)
    losses = words(chapters[1])
    assert losses.startswith("2. Losses, and the other small parts 3 hours")
    most = sum(one.points for one in LOSSES.values())
    counted = f"2.67 of {most:g} points, 1 of {len(LOSSES)} exercises solved, 2 hints used"
    assert counted in losses


def test_every_exercise_says_its_state_in_words() -> None:
    found = rows(read(shown(MIXED)))
    assert list(found) == list(COURSE.exercises)
    assert found["huber_fn"] == ["✓ solved", "2 of 2", "2", "0 of 4"]
    assert found["create_huber"] == ["… begun", "0.67 of 2", "3", "1 of 4"]
    assert found["softplus"] == ["○ open", "0 of 1", "0", "1 of 4"]
    assert found["twice"] == ["✓ solved", "given", "1", "0 of 3"]


def test_bars_have_names_and_the_numbers_that_stand_beside_them() -> None:
    bars = read(shown(MIXED)).findall(".//div[@role='progressbar']")
    assert len(bars) == len(COURSE.chapters) + 1
    assert len({bar.get("aria-label") for bar in bars}) == len(bars)
    assert bars[2].get("aria-label") == "Points of chapter 2"
    most = sum(one.points for one in COURSE.chapter("losses").graded.values())
    assert (bars[2].get("aria-valuenow"), bars[2].get("aria-valuemax")) == ("2.67", f"{most:g}")
    assert f"width:{100 * (2 + 2 / 3) / most:.1f}%" in str(bars[2][0].get("style"))


def test_what_is_next_comes_first_and_its_chapter_is_open() -> None:
    card = read(shown(MIXED))
    minutes = LOSSES["create_huber"].minutes
    first = f"Next: create_huber , {minutes} minutes, in 2. Losses, and the other small parts"
    assert words(card).startswith(first)
    opened = [chapter.find("details").get("open") is not None for chapter in card.iter("li")]
    assert opened == [number == 2 for number in range(1, len(opened) + 1)]


def test_a_new_learner_begins_at_the_beginning() -> None:
    assert shown({}).overview.next.exercise.name == "twice"


def test_after_a_finished_chapter_comes_the_first_that_is_left() -> None:
    done = {name: Record(points=one.points, solved=True) for name, one in LOSSES.items()}
    assert shown(done).overview.next.exercise.name == "twice"


def test_all_solved_is_said() -> None:
    done = {
        name: Record(points=one.points, tries=1, solved=True)
        for name, one in COURSE.exercises.items()
    }
    board = shown(done)
    assert "All exercises are solved." in words(read(board))
    assert f"{POINTS:g} of {POINTS:g} points, {ALL} of {ALL} exercises solved" in board.markdown


def test_chapters_are_linked_where_their_notebooks_lie_beside(tmp_path: Path) -> None:
    assert not read(shown(MIXED)).findall(".//a")
    (tmp_path / "02_losses.ipynb").touch()
    links = {link.get("href") for link in read(shown(MIXED, folder=tmp_path)).iter("a")}
    assert links == {"02_losses.ipynb"}


def test_points_that_an_exercise_no_longer_gives_are_not_counted() -> None:
    board = shown({"huber_fn": Record(points=5.0, tries=1, solved=True)})
    assert rows(read(board))["huber_fn"][1] == "2 of 2"
    assert board.overview.points == 2


def test_what_to_know_of_progress_is_told_first() -> None:
    board = shown(MIXED, notice='Run `drive.mount("/content")`.')
    assert words(read(board)).startswith('Run drive.mount("/content")')
    assert board.markdown.startswith("Run `drive.mount")


def test_the_text_says_the_same() -> None:
    text = shown(MIXED).markdown
    assert "**Next:** `create_huber`" in text and "(`02_losses.ipynb`)" in text
    assert "### 2. Losses, and the other small parts (3 hours)" in text
    assert "| `huber_fn` | ✓ solved | 2 of 2 | 2 | 0 of 4 |" in text
    assert "`MyDense`" not in text  # Chapters that are not begun are one line each.


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_dashboard_is_accessible(dark: bool, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    for chapter in COURSE.chapters:
        (tmp_path / f"{chapter.notebook}.ipynb").touch()
    board = shown(MIXED, 'Run `drive.mount("/content")`.', tmp_path)
    colours = "background:#111;color:#eee;color-scheme:dark" if dark else "background:#fff"
    links = "<style>a{color:#64b5f6}</style>" if dark else ""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        page = new_page(playwright)
        page.set_content(
            f'<html lang="en"><title>Progress</title>{links}<body style="{colours}"><main>'
            f"<h1>Progress</h1>{board.html}</main></body></html>"
        )
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = Axe().run(page)
        page.screenshot(path=PICTURES / f"dashboard_{'dark' if dark else 'light'}.png")
    assert found.violations_count == 0, found.generate_report()
