"""The pictures of the tensors chapter: each function takes numbers and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from course.diagrams import arrow, box, canvas
from course.figures import BLACK, BLUE, GREY, ORANGE, RED, SKY, YELLOW, new_figure

PALE, PLAIN, FAINT = "#DCEBF5", "#F4F4F4", "#B8B8B8"

# The two arrays whose sum the broadcasting figure draws.
_COLUMN, _ROW = (0, 10, 20, 30), (1, 2, 3)


def ecosystem() -> Figure:
    """Draw TensorFlow's core, the devices below it, and the tools round it."""
    figure, axes = new_figure(width=10, height=5.6)
    canvas(axes, (0, 12), (0, 6.7))
    panels: Mapping[str, tuple[tuple[float, float], tuple[float, float], str]] = {
        "you build models with": ((2.9, 4.75), (6.2, 1.75), PLAIN),
        "TensorFlow itself": ((2.9, 2.0), (6.2, 2.35), PALE),
        "it runs on": ((2.9, 0.1), (6.2, 1.5), PLAIN),
        "you start from": ((0.1, 2.0), (2.2, 2.35), PLAIN),
        "you deliver with": ((9.7, 0.1), (2.2, 6.4), PLAIN),
    }
    for name, (corner, size, colour) in panels.items():
        look = {"facecolor": colour, "edgecolor": GREY, "boxstyle": "round,pad=0,rounding_size=0.1"}
        axes.add_patch(FancyBboxPatch(corner, *size, **look))
        place = (corner[0] + size[0] / 2, corner[1] + size[1] - 0.28)
        weight = "bold" if name == "TensorFlow itself" else "normal"
        axes.text(*place, name, ha="center", va="center", fontsize=11.5, weight=weight)
    for i, word in enumerate(
        ("Keras\nlayers, training", "tf.data\ninput pipelines", "TensorBoard\ncurves, graphs")
    ):
        box(axes, (4.0 + 2.0 * i, 5.45), (1.9, 0.9), word, SKY)
    core = (
        "arrays and\noperations",
        "automatic\ndifferentiation",
        "graphs:\nfaster, portable",
        "work spread over\nmany machines",
    )
    for i, word in enumerate(core):
        box(axes, (4.5 + 3.0 * (i % 2), 3.4 - 0.9 * (i // 2)), (2.8, 0.76), word, ORANGE)
    for i, word in enumerate(("CPU", "GPU", "TPU")):
        box(axes, (4.0 + 2.0 * i, 0.65), (1.9, 0.62), word, "white")
    box(axes, (1.2, 2.95), (1.9, 0.95), "Hub\ntrained models", SKY)
    goods = ("TFX\nwhole pipelines", "Serving\nservers", "LiteRT\nphones, chips", "TF.js\nbrowsers")
    for i, word in enumerate(goods):
        box(axes, (10.8, 5.4 - 1.45 * i), (1.95, 0.95), word, SKY)
    for start, end in (((2.35, 3.2), (2.85, 3.2)), ((9.15, 3.2), (9.65, 3.2))):
        arrow(axes, start, end)
    for y in (1.62, 4.37):
        arrow(axes, (6.0, y + 0.37), (6.0, y))
    axes.set_title("TensorFlow and what has grown round it")
    return figure


def broadcasting(cell: int = 6) -> Figure:
    """Draw a column plus a row, one cell of the result (1 to 12) traced to its two sources."""
    at = divmod(int(cell) - 1, len(_ROW))
    figure, all_axes = new_figure(columns=3, width=9.5, height=3.9)
    # Title → what stands in a cell, and which cell of the stored array it is copied from.
    grids = {
        "column, shape (4, 1)": lambda row, column: (_COLUMN[row], (row, 0)),
        "row, shape (3,)": lambda row, column: (_ROW[column], (0, column)),
        "their sum, shape (4, 3)": lambda row, column: (_COLUMN[row] + _ROW[column], (row, column)),
    }
    for axes, (title, content), sign in zip(all_axes, grids.items(), " +=", strict=True):
        canvas(axes, (-0.75, 3.15), (-0.1, 4.15))
        sources = (at, content(*at)[1])
        for row in range(len(_COLUMN)):
            for column in range(len(_ROW)):
                here = (row, column)
                number, source = content(*here)
                _cell(axes, (column, 3 - row), f"{number}", source == here, here in sources)
        axes.text(-0.42, 2.0, sign, ha="center", va="center", fontsize=20, weight="bold")
        axes.set_title(title)
    left, right = _COLUMN[at[0]], _ROW[at[1]]
    figure.supxlabel(
        f"cell [{at[0]}, {at[1]}]: {left} + {right} = {left + right}   "
        "(dotted: repeated in thought, never stored)",
        fontsize=12,
    )
    return figure


def letters_and_bytes(text: str = "café €") -> Figure:
    """Draw a string three times, aligned: as characters, as code points, as UTF-8 bytes."""
    pieces = [(letter, ord(letter), letter.encode()) for letter in text]
    total = sum(len(piece[2]) for piece in pieces)
    figure, axes = new_figure(width=9, height=2.9)
    canvas(axes, (-2.6, total + 0.1), (-0.1, 3.1))
    counts = (f"{len(text)} characters", f"{len(text)} code points", f"{total} bytes")
    for y, words in zip((2.5, 1.5, 0.5), counts, strict=True):
        axes.text(-0.15, y, words, ha="right", va="center", fontsize=12)
    x = 0  # where the letter's first byte stands
    for letter, point, code in pieces:
        wide = len(code) > 1
        shown = "space" if letter == " " else letter
        for y, word, colour in ((2, shown, PALE), (1, f"{point}", ORANGE if wide else "white")):
            _tile(axes, (x, y), (len(code), 1), word, colour)
        for i, byte in enumerate(code):
            _tile(axes, (x + i, 0), (1, 1), f"{byte:02x}", YELLOW if wide else "white")
        x += len(code)
    axes.set_title("A string tensor holds the bottom line")
    return figure


def layouts(
    dense: Sequence[Sequence[float]],
    ragged: Sequence[Sequence[float]],
    sparse: Mapping[tuple[int, int], float],
) -> Figure:
    """Draw a dense, a ragged and a sparse tensor of up to 3 × 4 cells, and what each one stores."""
    figure, all_axes = new_figure(columns=3, width=10, height=4.1)
    full = {(i, j): value for i, row in enumerate(dense) for j, value in enumerate(row)}
    rows = {(i, j): value for i, row in enumerate(ragged) for j, value in enumerate(row)}
    ends = [sum(len(row) for row in ragged[:count]) for count in range(len(ragged) + 1)]
    flat = ", ".join(f"{value:g}" for value in rows.values())
    kept = ", ".join(f"{value:g}" for value in sparse.values())
    where = ", ".join(f"({row}, {column})" for row, column in sparse)
    pictures: tuple[tuple[str, Mapping[tuple[int, int], float], str], ...] = (
        ("dense, (3, 4)", full, f"stores all {len(full)} cells"),
        (
            "ragged, (3, None)",
            rows,
            f"values  {flat}\nrows begin and end at  {', '.join(map(str, ends))}",
        ),
        ("sparse, (3, 4)", sparse, f"values  {kept}\nindices  {where}\nshape  3, 4"),
    )
    for axes, (title, cells, words) in zip(all_axes, pictures, strict=True):
        canvas(axes, (-0.1, 4.1), (-1.5, 3.1))
        for row in range(3):
            for column in range(4):
                value = cells.get((row, column))
                if value is not None:
                    _cell(axes, (column, 2 - row), f"{value:g}", True, False)
                elif title.startswith("sparse"):
                    _cell(axes, (column, 2 - row), "0", False, False)
        axes.text(0.0, -0.3, words, ha="left", va="top", fontsize=10.5, linespacing=1.5)
        axes.set_title(title)
    return figure


def two_modes() -> Figure:
    """Draw x * x + 2 * x twice: as lines that Python runs in turn, and as a graph."""
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.0, width_ratios=(1, 1.15))
    canvas(left, (0, 5), (0, 4.6))
    lines = (("a = x * x", "9"), ("b = 2 * x", "6"), ("return a + b", "15"))
    for i, (line, value) in enumerate(lines):
        y = 3.7 - 1.3 * i
        box(left, (1.7, y), (2.9, 0.8), line, PALE)
        left.text(4.0, y, f"→ {value}", ha="center", va="center", fontsize=13)
        if i:
            arrow(left, (1.7, y + 0.88), (1.7, y + 0.43))
    left.set_title("Eager, for x = 3: line after line, numbers at once")
    canvas(right, (0, 6), (0, 4.6))
    nodes = {"x": (1.0, 3.1), "2": (1.0, 1.1), "×": (3.0, 3.1), "× ": (3.0, 1.1), "+": (4.6, 2.1)}
    for start, end, bend in (
        ("x", "×", 0.25),
        ("x", "×", -0.25),
        ("x", "× ", 0.0),
        ("2", "× ", 0.0),
        ("×", "+", 0.0),
        ("× ", "+", 0.0),
    ):
        look = {"arrowstyle": "-|>", "color": BLACK, "lw": 1.4, "shrinkA": 17, "shrinkB": 17}
        look["connectionstyle"] = f"arc3,rad={bend}"
        right.annotate("", nodes[end], nodes[start], arrowprops=look)
    for name, place in nodes.items():
        colour = SKY if name == "x" else (PLAIN if name == "2" else ORANGE)
        box(right, place, (0.8, 0.8), name.strip(), colour)
    arrow(right, (5.05, 2.1), (5.75, 2.1))
    right.text(
        1.0, 3.85, "shape (), float32,\nno value yet", ha="center", va="center", fontsize=10.5
    )
    right.text(3.4, 0.25, "the two products don't wait for one another", ha="center", fontsize=10.5)
    right.set_title("A graph: what depends on what, numbers later")
    return figure


def _tile(axes: Axes, corner: tuple[float, float], size: Any, word: str, colour: str) -> None:
    (x, y), (width, height) = corner, size
    axes.add_patch(Rectangle(corner, width, height, facecolor=colour, edgecolor=BLACK, lw=1))
    axes.text(x + width / 2, y + height / 2, word, ha="center", va="center", fontsize=12)


def _cell(axes: Axes, corner: tuple[float, float], word: str, real: bool, lit: bool) -> None:
    """A cell of a grid: `real` ones are stored, the others dotted; a `lit` one has a thick frame."""
    x, y = corner
    face = YELLOW if lit else (PALE if real else "white")
    edge = RED if lit else (BLUE if real else FAINT)
    look = {"facecolor": face, "edgecolor": edge, "lw": 3 if lit else 1.2}
    look["linestyle"] = "-" if real else ":"
    axes.add_patch(Rectangle((x + 0.05, y + 0.05), 0.9, 0.9, zorder=3 if lit else 2, **look))
    text = {"color": BLACK if real or lit else GREY, "weight": "bold" if lit else "normal"}
    axes.text(x + 0.5, y + 0.5, word, ha="center", va="center", fontsize=13, zorder=4, **text)
