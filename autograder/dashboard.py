"""The dashboard that `progress()` shows: what is next, the whole, and a part for each chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from autograder.catalogue import Course
from autograder.feedback.frame import OPEN as GREY
from autograder.feedback.frame import RIGHT, framed, paragraph, prose
from autograder.front import duration
from autograder.overview import BEGUN, OPEN, SOLVED, ChapterPart, Overview, Part, Row, overview
from autograder.progress import Record
from autograder.words import points_text

BAR = 20
SIGNS = {SOLVED: "✓", BEGUN: "…", OPEN: "○"}
COLUMNS = ("exercise", "state", "points", "tries", "hints")
DONE = "All exercises are solved."


@dataclass(frozen=True)
class Dashboard:
    """Shows itself as a card in a notebook and prints as Markdown elsewhere.

    Args:
        overview: The numbers.
        notice: A sentence on where progress is kept, with `code`; empty where all is well.
        folder: Where the notebook lies; chapters that lie there too are linked.
    """

    overview: Overview
    notice: str
    folder: Path

    @property
    def markdown(self) -> str:
        """The dashboard as Markdown: what is next, and a table for each chapter that is begun."""
        parts = [self.notice, _next_text(self.overview), _counts(self.overview)]
        for one in self.overview.chapters:
            begun = one is self.overview.next_chapter or any(row.record.tries for row in one.rows)
            parts.append(_chapter_text(one) + (f"\n\n{_table_text(one)}" if begun else ""))
        return "\n\n".join(part for part in parts if part)

    @property
    def html(self) -> str:
        """The dashboard as a card; the chapter of what is next is open."""
        found = self.overview
        chapters = "".join(self._chapter(one) for one in found.chapters)
        body = (
            f"{_paragraph(prose(self.notice)) if self.notice else ''}"
            f"{self._next()}"
            f"{_paragraph(escape(_counts(found)))}"
            f"{_bar(found, 'Points of the whole course')}"
            f'<ul style="list-style:none;padding:0;margin:12px 0 0">{chapters}</ul>'
        )
        return framed(body, GREY if found.next else RIGHT, "Your progress", 'data-progress=""')

    def __repr__(self) -> str:
        return self.markdown

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": self.markdown, "text/html": self.html}

    def _next(self) -> str:
        row, chapter = self.overview.next, self.overview.next_chapter
        if row is None or chapter is None:
            return _paragraph(f"<strong>{DONE}</strong>", 16)
        return _paragraph(
            f"<strong>Next: <code>{row.exercise.name}</code></strong>, "
            f"{duration(row.exercise.minutes)}, in {self._link(chapter)}",
            16,
        )

    def _link(self, part: ChapterPart) -> str:
        """A chapter's title, with a link where its notebook lies beside this one."""
        title, file = escape(_title(part)), f"{part.chapter.notebook}.ipynb"
        if not (self.folder / file).is_file():
            return title
        return f'<a href="{file}" style="text-decoration:underline">{title}</a>'

    def _chapter(self, part: ChapterPart) -> str:
        number = part.chapter.number
        opened = ' open=""' if part is self.overview.next_chapter else ""
        return (
            '<li style="margin:0 0 14px;padding:0">'
            '<div style="display:flex;justify-content:space-between;gap:16px">'
            f"<strong>{self._link(part)}</strong>{_minutes(part)}</div>"
            f"{_bar(part, f'Points of chapter {number}')}"
            f'<details{opened}><summary style="cursor:pointer">{_counts(part)}</summary>'
            f"{_table(part)}</details></li>"
        )


def dashboard(
    course: Course,
    records: Mapping[str, Record],
    notice: str = "",
    folder: Path | None = None,
) -> Dashboard:
    """The learner's progress, to be shown.

    Args:
        course: The course.
        records: The learner's records by exercise.
        notice: A sentence to begin with.
        folder: Where the notebook lies; the working directory by default.
    """
    return Dashboard(overview(course, records), notice, folder or Path.cwd())


def _title(part: ChapterPart) -> str:
    return f"{part.chapter.number}. {part.front.title}"


def _counts(part: Part) -> str:
    """`5 of 26 points, 3 of 13 exercises solved`, and what else was done."""
    text = (
        f"{points_text(part.points)} of {points_text(part.most)} points, "
        f"{part.solved} of {len(part.graded)} exercises solved"
    )
    if part.hints:
        text += f", {part.hints} {'hint' if part.hints == 1 else 'hints'} used"
    if isinstance(part, Overview) and part.recaps[1]:
        right, asked = part.recaps
        text += f", recaps {right} of {asked} right"
    return text


def _cells(row: Row) -> tuple[str, ...]:
    """What a table says of an exercise, after its name."""
    points = f"{points_text(row.points)} of {points_text(row.exercise.points)}"
    hints = f"{row.record.hints} of {len(row.exercise.hints)}"
    return (
        f"{SIGNS[row.state]} {row.state}",
        "given" if row.exercise.given else points,
        str(row.record.tries),
        hints,
    )


def _next_text(found: Overview) -> str:
    row, chapter = found.next, found.next_chapter
    if row is None or chapter is None:
        return f"**{DONE}**"
    return (
        f"**Next:** `{row.exercise.name}`, {duration(row.exercise.minutes)}, in "
        f"{_title(chapter)} (`{chapter.chapter.notebook}.ipynb`)"
    )


def _chapter_text(part: ChapterPart) -> str:
    filled = round(BAR * part.points / part.most) if part.most else 0
    time = f" ({duration(part.front.minutes)})" if part.front.minutes else ""
    return f"### {_title(part)}{time}\n{'█' * filled}{'░' * (BAR - filled)} {_counts(part)}"


def _table_text(part: ChapterPart) -> str:
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    lines += [f"| `{row.exercise.name}` | {' | '.join(_cells(row))} |" for row in part.rows]
    return "\n".join(lines)


def _paragraph(body: str, size: int = 14) -> str:
    return paragraph(body, f"margin:4px 0;font-size:{size}px")


def _bar(part: Part, name: str) -> str:
    """A bar that says its numbers where it is not drawn."""
    share = part.points / part.most if part.most else 0.0
    value = f"{points_text(part.points)} of {points_text(part.most)}"
    return (
        f'<div role="progressbar" aria-label="{name}" aria-valuemin="0" '
        f'aria-valuemax="{points_text(part.most)}" aria-valuenow="{points_text(part.points)}" '
        f'aria-valuetext="{value}" style="border:1px solid {GREY};border-radius:5px;height:8px;'
        f'margin:4px 0;overflow:hidden">'
        f'<div style="width:{share:.1%};height:100%;background:{RIGHT}"></div></div>'
    )


def _minutes(part: ChapterPart) -> str:
    minutes = part.front.minutes
    return f'<span style="white-space:nowrap">{duration(minutes)}</span>' if minutes else ""


def _table(part: ChapterPart) -> str:
    style = 'style="text-align:left;padding:2px 16px 2px 0"'
    head = "".join(f'<th scope="col" {style}>{one}</th>' for one in COLUMNS)
    rows = "".join(
        f'<tr><th scope="row" {style}><code>{row.exercise.name}</code></th>'
        + "".join(f"<td {style}>{one}</td>" for one in _cells(row))
        + "</tr>"
        for row in part.rows
    )
    return (
        f'<table aria-label="Exercises of chapter {part.chapter.number}" '
        f'style="border-collapse:collapse;font-size:13px;margin:6px 0 6px 16px">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
