"""The pictures of the functions chapter: each function takes data and returns a Figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from course.diagrams import arrow, box, canvas
from course.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, new_figure

PALE, PLAIN, FAINT = "#DCEBF5", "#F4F4F4", "#B8B8B8"

# The lines of a traced function: what Python does with each once, what a call of the graph does.
_LINES: tuple[tuple[str, str, str], ...] = (
    ("print(x)", "prints a symbol", ""),
    ("seen.append(x)", "appends a symbol", ""),
    ("a = np.random.rand()", "draws a number", ""),
    ("b = tf.random.uniform(())", "records", "draws"),
    ("tf.print(x)", "records", "prints"),
    ("total.assign_add(x)", "records", "adds"),
    ("return x + a + b", "records, a as a constant", "computes"),
)


def traces(calls: Sequence[tuple[str, str, int, bool]]) -> Figure:
    """Draw calls from top to bottom, each with an arrow to the graph that it made or found.

    Args:
        calls: for each call its text, its signature, its graph's number from 1, and whether it
            made that graph.
    """
    figure, axes = new_figure(width=9.5, height=1.1 + 0.42 * len(calls))
    canvas(axes, (0, 12), (-len(calls) + 0.4, 1.4))
    homes: dict[int, int] = {}
    for row, (_, _, graph, _) in enumerate(calls):
        homes.setdefault(graph, -row)
    for x, word in ((0.1, "call"), (3.7, "signature"), (7.0, "and so it"), (11.0, "graphs")):
        axes.text(x, 0.95, word, fontsize=11.5, weight="bold", ha="center" if x > 10 else "left")
    for row, (call, signature, graph, made) in enumerate(calls):
        y = -row
        axes.text(0.1, y, call, va="center", family="monospace", fontsize=11)
        axes.text(3.7, y, signature, va="center", fontsize=11)
        word, colour = (f"makes graph {graph}", RED) if made else (f"finds graph {graph}", BLUE)
        weight = "bold" if made else "normal"
        axes.text(7.0, y, word, va="center", fontsize=11, color=colour, weight=weight)
        look = {"arrowstyle": "-|>", "color": colour, "lw": 2.2 if made else 1.2}
        look["linestyle"] = "-" if made else "--"
        axes.annotate("", (10.2, homes[graph]), (9.0, y), arrowprops=look)
    for graph, y in homes.items():
        box(axes, (11.0, y), (1.6, 0.72), f"graph {graph}", ORANGE)
    axes.set_title(f"{len(calls)} calls, {len(homes)} graphs")
    return figure


def operations(graphs: Mapping[str, Mapping[str, tuple[str, Sequence[str]]]]) -> Figure:
    """Draw graphs as boxes, results flowing from left to right.

    Args:
        graphs: for each title, the operations by name: type, and the names of what flows in.
    """
    places_of = {title: _layers(nodes) for title, nodes in graphs.items()}
    tall = [max(y for _, y in places.values()) + 0.45 for places in places_of.values()]
    wide = max(x for places in places_of.values() for x, _ in places.values()) + 0.5
    figure, all_axes = new_figure(
        rows=len(graphs),
        width=9,
        height=sum(1.6 * half + 0.5 for half in tall),
        squeeze=False,
        height_ratios=tall,
    )
    panels = zip(all_axes[:, 0], graphs.items(), tall, strict=True)
    for axes, (title, nodes), half in panels:
        places = places_of[title]
        canvas(axes, (-0.5, wide), (-half, half))
        for name, (_, inputs) in nodes.items():
            for source in inputs:
                start, end = places[source], places[name]
                bend = 0.25 if list(inputs).count(source) > 1 else 0.0
                for side in (bend, -bend) if bend else (0.0,):
                    _link(axes, (start[0] + 0.39, start[1]), (end[0] - 0.39, end[1]), side)
        for name, (kind, _) in nodes.items():
            colour = {"Placeholder": SKY, "Const": PLAIN, "Identity": PALE}.get(kind, ORANGE)
            shown = f"{kind}\n{name}" if kind == "Placeholder" else kind
            box(axes, places[name], (0.78, 0.62), shown, colour)
        axes.set_title(title)
    return figure


def branches(distance: float = 12.0) -> Figure:
    """Draw the graph of an `if`, the branch lit that runs for a distance from 0 to 20."""
    far = distance > 10.0
    figure, axes = new_figure(width=9.5, height=3.9)
    canvas(axes, (0, 12), (0, 4.5))
    price = 4.0 + 0.25 * distance if far else 0.65 * distance
    box(axes, (1.0, 2.2), (1.6, 0.8), f"distance\n{distance:g}", SKY)
    box(axes, (3.6, 2.2), (1.9, 0.8), f"Greater\n{distance:g} > 10: {far}", ORANGE)
    for y, title, steps, runs in (
        (3.35, "then_branch", ("Mul\nby 0.25", "AddV2\nplus 4"), far),
        (1.05, "else_branch", ("Mul\nby 0.65",), not far),
    ):
        edge = {"lw": 2.6 if runs else 1.2, "linestyle": "-" if runs else ":"}
        look = {"boxstyle": "round,pad=0,rounding_size=0.1", "facecolor": "white"}
        colour = RED if runs else GREY
        axes.add_patch(FancyBboxPatch((5.4, y - 0.85), 4.3, 1.7, edgecolor=colour, **look, **edge))
        words = f"{title}: {'runs' if runs else 'recorded, not run'}"
        axes.text(5.55, y + 0.5, words, color=colour, fontsize=11.5, weight="bold")
        for i, step in enumerate(steps):
            box(axes, (6.5 + 2.0 * i, y - 0.2), (1.4, 0.8), step, ORANGE if runs else PLAIN)
            if i:
                arrow(axes, (7.2, y - 0.2), (7.8, y - 0.2))
        line = {"color": RED if runs else FAINT, "lw": 2 if runs else 1.2}
        for start, end in (((4.55, 2.2), (5.4, y)), ((9.7, y), (10.4, 2.2))):
            axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", **line})
    box(axes, (11.1, 2.2), (1.4, 0.8), f"price\n{price:g}", PALE)
    arrow(axes, (1.8, 2.2), (2.65, 2.2))
    axes.set_title(f"The graph of an if: both branches are in it, one runs (distance {distance:g})")
    return figure


def loops(steps: int = 10) -> Figure:
    """Draw a loop of 1 to 12 steps twice: unrolled by range, and kept as a loop by tf.range.

    A step adds 1, which takes two operations when it is recorded: the sum and the constant.
    """
    count = int(steps)
    figure, (left, right) = new_figure(columns=2, width=9.5, height=3.5, width_ratios=(1.25, 1))
    canvas(left, (-0.5, 4.5), (-2.9, 0.6))
    # Rows of five run forth and back like a snake, so that every arrow is short.
    places = [
        (float(i % 5 if i // 5 % 2 == 0 else 4 - i % 5), -1.15 * (i // 5)) for i in range(count + 2)
    ]
    for i, (x, y) in enumerate(places):
        word, colour = {0: ("x", SKY), count + 1: ("out", PALE)}.get(i, ("+ 1", ORANGE))
        box(left, (x, y), (0.62, 0.6), word, colour)
        if i:
            across, up = places[i - 1]
            way = 0.0 if across == x else (0.31 if x > across else -0.31)
            drop = 0.0 if way else 0.3
            arrow(left, (across + way, up - drop), (x - way, y + drop))
    left.set_title(f"range({count}): {2 * count + 2} operations, the step {count} times")
    canvas(right, (0, 5), (-0.1, 4.2))
    look = {"boxstyle": "round,pad=0,rounding_size=0.1", "facecolor": "white", "edgecolor": BLACK}
    right.add_patch(FancyBboxPatch((1.0, 0.35), 3.0, 2.9, lw=1.6, **look))
    right.text(1.15, 2.9, "While", fontsize=12, weight="bold")
    box(right, (2.5, 2.3), (2.2, 0.6), f"i < {count}?", PLAIN)
    box(right, (2.5, 1.0), (2.2, 0.6), "+ 1", ORANGE)
    _link(right, (2.0, 1.98), (2.0, 1.32), 0.0)
    _link(right, (3.0, 1.32), (3.0, 1.98), 0.0)
    right.text(1.55, 1.62, "yes", ha="center", fontsize=11)
    right.text(3.5, 1.62, "again", ha="center", fontsize=11)
    box(right, (0.35, 2.3), (0.6, 0.5), "x", SKY)
    box(right, (4.65, 2.3), (0.6, 0.5), "out", PALE)
    arrow(right, (0.65, 2.3), (1.38, 2.3))
    arrow(right, (3.62, 2.3), (4.33, 2.3))
    right.text(3.77, 2.42, "no", ha="center", fontsize=11)
    right.set_title(f"tf.range({count}): 18 operations, the step once")
    return figure


def who_runs() -> Figure:
    """Draw, line by line of a traced function, what Python does once and what each call does."""
    figure, axes = new_figure(width=9.5, height=3.8)
    canvas(axes, (0, 12), (-len(_LINES) + 0.4, 1.5))
    heads = ((0.1, "line of the function"), (4.1, "while tracing (Python)"))
    for x, word in heads:
        axes.text(x, 0.95, word, fontsize=11.5, weight="bold")
    for i in range(3):
        axes.text(8.2 + 1.5 * i, 0.95, f"call {i + 1}", fontsize=11.5, weight="bold", ha="center")
    for row, (line, python, graph) in enumerate(_LINES):
        y = -row
        axes.plot([0.0, 12.0], [y + 0.5, y + 0.5], color="#DDDDDD", lw=1, linestyle="-")
        axes.text(0.1, y, line, va="center", family="monospace", fontsize=11)
        box(axes, (5.6, y), (3.1, 0.7), python, PLAIN if graph else ORANGE)
        for i in range(3):
            place = (8.2 + 1.5 * i, y)
            if graph:
                box(axes, place, (1.3, 0.7), graph, SKY)
            else:
                axes.text(*place, "nothing", ha="center", va="center", fontsize=11, color=GREY)
    axes.set_title("Python runs once, for the recording; the calls run what was recorded")
    return figure


def speed(
    sizes: Sequence[int],
    many: Mapping[str, Sequence[float]],
    sides: Sequence[int],
    single: Sequence[float],
) -> Figure:
    """Draw how many times as fast as eager a traced function is, over the size of the work.

    Args:
        sizes: numbers of elements of the vector that a hundred small operations work on.
        many: name of a way to run it → eager time over its time, for each of `sizes`.
        sides: sides of the square matrices of which one product is taken.
        single: eager time over traced time, for each of `sides`.
    """
    figure, (left, right) = new_figure(columns=2, width=9.5, height=4.0, sharey=True)
    looks = zip((BLUE, GREEN), ("o-", "s--"), many.items(), strict=False)
    for colour, mark, (name, ratios) in looks:
        left.plot(sizes, ratios, mark, color=colour, label=name)
    right.plot(sides, single, "o-", color=BLUE, label="traced")
    for axes in (left, right):
        axes.axhline(1.0, color=RED, ls=":", lw=1.6)
        axes.set(xscale="log", yscale="log")
        axes.legend(loc="lower left" if axes is left else "upper left")
    left.text(sizes[0], 1.08, "as fast as eager", color=RED, fontsize=10)
    left.set(xlabel="elements of the vector", ylabel="eager time / time (no unit)")
    left.set_title("A hundred times a product and a sum")
    right.set(xlabel="rows and columns of the matrix")
    right.set_title("A single product of matrices")
    ticks = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
    left.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    return figure


def export() -> Figure:
    """Draw what an exported graph is made from, what is in the folder, and who can run it."""
    figure, axes = new_figure(width=9.5, height=3.4)
    canvas(axes, (0, 12), (0, 4.1))
    for y, word, colour in (
        (3.0, "your Python\nfunction", ORANGE),
        (1.1, "tf.Module with\nvariables", SKY),
    ):
        box(axes, (1.3, y), (2.2, 1.0), word, colour)
    arrow(axes, (2.4, 3.0), (4.1, 3.0))
    arrow(axes, (2.4, 1.1), (4.1, 1.1))
    axes.text(3.25, 3.15, "traced", ha="center", fontsize=11)
    axes.text(3.25, 1.25, "values", ha="center", fontsize=11)
    look = {"boxstyle": "round,pad=0,rounding_size=0.1", "facecolor": PLAIN, "edgecolor": GREY}
    axes.add_patch(FancyBboxPatch((4.1, 0.3), 3.3, 3.5, **look))
    axes.text(5.75, 2.05, "the folder: no Python in it", ha="center", va="center", fontsize=11)
    box(axes, (5.75, 3.0), (2.7, 0.9), "graph\nsaved_model.pb", ORANGE)
    box(axes, (5.75, 1.1), (2.7, 0.9), "numbers\nvariables/", SKY)
    for i, word in enumerate(
        ("Python, without\nyour code", "a server", "phone or browser,\nconverted")
    ):
        y = 3.3 - 1.25 * i
        box(axes, (10.5, y), (2.6, 0.9), word, PALE)
        arrow(axes, (7.4, 2.05), (9.2, y))
    axes.set_title("What is saved, and who runs it")
    return figure


def _layers(nodes: Mapping[str, tuple[str, Sequence[str]]]) -> dict[str, tuple[float, float]]:
    """A place for each operation: as far right as its longest way in, the columns centred."""
    depth: dict[str, int] = {}
    for name, (_, inputs) in nodes.items():
        depth[name] = 1 + max((depth[one] for one in inputs), default=-1)
    # A constant stands just before the operation that uses it.
    for name, (kind, _) in nodes.items():
        users = [depth[other] for other, (_, inputs) in nodes.items() if name in inputs]
        if kind == "Const" and users:
            depth[name] = min(users) - 1
    columns: dict[int, list[str]] = {}
    for name in nodes:
        columns.setdefault(depth[name], []).append(name)
    return {
        name: (float(column), 0.85 * ((len(names) - 1) / 2 - i))
        for column, names in columns.items()
        for i, name in enumerate(names)
    }


def _link(axes: Axes, start: Any, end: Any, bend: float) -> None:
    look = {"arrowstyle": "-|>", "color": BLACK, "lw": 1.4, "connectionstyle": f"arc3,rad={bend}"}
    axes.annotate("", end, start, arrowprops=look)
