"""What shows itself in a notebook and prints as text elsewhere: Markdown, and a widget's view."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from typing import Any

WIDGET = "application/vnd.jupyter.widget-view+json"


def widgets_work() -> bool:
    """Whether a live page is there to show widgets, and ipywidgets to make them."""
    if importlib.util.find_spec("ipywidgets") is None or "NBGRADER_EXECUTION" in os.environ:
        return False
    from IPython import get_ipython

    # Jupyter's server names the notebook to the kernels it starts; VS Code and Colab leave these.
    return (
        "JPY_SESSION_NAME" in os.environ
        or "__vsc_ipynb_file__" in getattr(get_ipython(), "user_ns", {})
        or "google.colab" in sys.modules
    )


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
