"""What a lesson's front matter says of its chapter: title and minutes, without reading the rest."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from autograder.catalogue import Chapter

LESSON = "lesson.md"
FENCE = "---\n"


@dataclass(frozen=True)
class Front:
    """A chapter's title, and how long a learner should need; 0 minutes where nothing says so."""

    title: str
    minutes: int


def front_of(chapter: Chapter) -> Front:
    """Title and minutes of a chapter; its name where there is no lesson."""
    try:
        text = (chapter.folder / LESSON).read_text(encoding="utf-8")
        found = yaml.safe_load(text.split(FENCE)[1])["tapework"]
        return Front(str(found["title"]), int(found["minutes"]))
    except (OSError, yaml.YAMLError, LookupError, TypeError, ValueError):
        return Front(chapter.name.capitalize(), 0)


def duration(minutes: int) -> str:
    """Minutes in words: `8 minutes`, `2 hours`, `3 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minutes"
    return f"{hours} h {rest} min" if rest else f"{hours} {'hours' if hours > 1 else 'hour'}"
