"""What shows itself in a notebook and prints as text elsewhere: Markdown, and a widget's view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WIDGET = "application/vnd.jupyter.widget-view+json"


def widget_view(widget: Any) -> dict[str, Any]:
    """What stands for a widget in an output; ipywidgets 7 gives it in no public way."""
    return {WIDGET: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}


@dataclass(frozen=True)
class Shown:
    """Markdown for a notebook, the same text for a terminal."""

    markdown: str

    def __repr__(self) -> str:
        return self.markdown

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": self.markdown, "text/markdown": self.markdown}
