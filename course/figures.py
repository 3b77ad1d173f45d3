"""The look that all the course's figures share: colours, sizes, alternative text, sliders.

A chapter's `figures.py` turns data into a matplotlib `Figure` with `new_figure`; a lesson
puts it on the page with `show`, or with `with_slider` where moving one number teaches.
"""

from __future__ import annotations

import base64
import html
import io
import os
import sys
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from autograder.showing import widgets_work

# Okabe and Ito's palette: told apart by readers with any of the common colour-vision deficiencies.
BLUE = "#0072B2"
ORANGE = "#E69F00"
GREEN = "#009E73"
RED = "#D55E00"
PURPLE = "#CC79A7"
SKY = "#56B4E9"
YELLOW = "#F0E442"
BLACK = "#000000"
GREY = "#767676"
PALETTE = (BLUE, RED, GREEN, ORANGE, PURPLE, SKY, BLACK)

# Lines differ in pattern as well as in colour, so that colour is never the only sign.
DASHES = ("-", "--", "-.", ":", "-", "--", "-.")

STYLE: Any = {
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.labelsize": 11,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": cycler(color=PALETTE) + cycler(linestyle=DASHES),
    "grid.color": "#DDDDDD",
    "lines.linewidth": 2.2,
    "figure.facecolor": "white",
    "figure.dpi": 100,
}


def new_figure(
    rows: int = 1,
    columns: int = 1,
    *,
    width: float = 7.0,
    height: float = 4.0,
    title: str | None = None,
    **subplots: Any,
) -> tuple[Figure, Any]:
    """Make a figure in the course's style, unknown to pyplot, so that nothing shows it twice.

    Args:
        rows: number of rows of axes.
        columns: number of columns of axes.
        width: width in inches.
        height: height in inches.
        title: title over the whole figure.
        **subplots: anything `Figure.subplots` takes, such as `sharex=True`.

    Returns:
        The figure, and its axes: one `Axes`, or an array of them, as `Figure.subplots` gives.

    >>> figure, (left, right) = new_figure(columns=2)
    >>> len(figure.axes)
    2
    """
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots(rows, columns, **subplots)
        if title:
            figure.suptitle(title, fontsize=13)
    return figure, axes


def png_bytes(figure: Figure, dpi: int = 100) -> bytes:
    """Draw the figure as a PNG that is the same to the byte each time."""
    buffer = io.BytesIO()
    with mpl.rc_context(STYLE):
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()


def mime_bundle(figure: Figure, alt: str) -> dict[str, str]:
    """Return the picture as HTML with alternative text, and the same text for a terminal.

    >>> figure, axes = new_figure(width=1, height=1)
    >>> bundle = mime_bundle(figure, "An empty pair of axes.")
    >>> bundle["text/plain"]
    'Figure: An empty pair of axes.'
    >>> 'alt="An empty pair of axes."' in bundle["text/html"]
    True
    """
    data = base64.b64encode(png_bytes(figure)).decode("ascii")
    text = html.escape(alt, quote=True)
    image = f'<img alt="{text}" src="data:image/png;base64,{data}" style="max-width:100%">'
    return {
        "text/html": f'<figure style="margin:0">{image}</figure>',
        "text/plain": f"Figure: {alt}",
    }


def show(figure: Figure, alt: str) -> None:
    """Put the figure on the page with its alternative text, once.

    Args:
        figure: what to draw.
        alt: what the picture shows, for a reader who does not see it.
    """
    from IPython.display import display

    display(mime_bundle(figure, alt), raw=True)
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and hasattr(figure, "number"):  # the inline back end would show it again
        pyplot.close(figure)


def with_slider(
    make_figure: Callable[..., Figure],
    alt: str,
    **ranges: tuple[float, float, float, float],
) -> None:
    """Show `make_figure` at its defaults, and below it a slider for each number where one can work.

    Where ipywidgets is missing, or no live page is there to move a slider (a notebook run from
    the command line), the picture at the defaults is all, and nothing is said.

    Args:
        make_figure: from one keyword per slider to a figure.
        alt: what the picture shows at the defaults.
        **ranges: for each keyword of `make_figure`: (lowest, highest, step, default).
    """
    from IPython.display import display

    values = {name: default for name, (_, _, _, default) in ranges.items()}
    handle = display(mime_bundle(make_figure(**values), alt), raw=True, display_id=True)
    if handle is None or not sliders_work():
        return
    import ipywidgets

    def redraw(_change: Any) -> None:
        chosen = {name: slider.value for name, slider in sliders.items()}
        where = ", ".join(f"{name} {value:g}" for name, value in chosen.items())
        bundle = mime_bundle(make_figure(**chosen), f"{alt} Redrawn for {where}.")
        handle.update(bundle, raw=True)

    sliders = {
        name: _slider(ipywidgets, name, low, high, step, default)
        for name, (low, high, step, default) in ranges.items()
    }
    for slider in sliders.values():
        slider.observe(redraw, names="value")
    display(ipywidgets.VBox(list(sliders.values())))


def sliders_work() -> bool:
    """Say whether a live page can show sliders; TAPEWORK_SLIDERS, 0 or 1, overrules."""
    wish = os.environ.get("TAPEWORK_SLIDERS")
    return widgets_work() if wish is None else wish == "1"


def _slider(widgets: Any, name: str, low: float, high: float, step: float, value: float) -> Any:
    numbers = {"min": low, "max": high, "step": step, "value": value}
    whole = all(float(number).is_integer() for number in numbers.values())
    kind, number_type = (widgets.IntSlider, int) if whole else (widgets.FloatSlider, float)
    return kind(
        **{key: number_type(number) for key, number in numbers.items()},
        description=name.replace("_", " "),
        style={"description_width": "initial"},
        continuous_update=False,
    )
