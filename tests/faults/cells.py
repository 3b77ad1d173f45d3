"""Cells are deleted, moved, doubled, split, merged, or of another type."""

from __future__ import annotations

from collections.abc import Callable

from faults.fault import (
    FREE,
    Build,
    Cell,
    Fault,
    Notebook,
    all_but,
    cell,
    copied,
    edited,
    marks,
    own_cell,
    place,
)

OTHERS = all_but("softplus")
MAY = frozenset({"softplus"})
SPLIT = (
    "def log_of_one_more(x):\n    return tf.math.log(1.0 + x)\n",
    "def softplus(z):\n    return log_of_one_more(tf.exp(z))\n",
)


def only(wanted: Callable[[Cell], bool]) -> Build:
    """The solved notebook with nothing but these cells."""

    def edit(notebook: Notebook) -> None:
        notebook["cells"] = [one for one in notebook["cells"] if wanted(one)]

    return edited(edit)


def without(*grade_ids: str) -> Build:
    return only(lambda one: marks(one).get("grade_id") not in grade_ids)


def demonstration(one: Cell) -> bool:
    return "skip-execution" in one["metadata"].get("tags", [])


def solution(one: Cell) -> bool:
    return bool(marks(one).get("solution"))


def check(one: Cell) -> bool:
    return bool(marks(one).get("grade"))


def moved(grade_id: str, to: int) -> Build:
    def edit(notebook: Notebook) -> None:
        notebook["cells"].insert(to, notebook["cells"].pop(place(notebook, grade_id)))

    return edited(edit)


def split(marked: bool) -> Build:
    """A helper in the first half, the function in the second, as an editor's "split cell" does."""

    def edit(notebook: Notebook) -> None:
        first = cell(notebook, "softplus")
        second = copied(first) if marked else own_cell("")
        first["source"], second["source"] = SPLIT
        notebook["cells"].insert(place(notebook, "softplus") + 1, second)

    return edited(edit)


def split_inside(notebook: Notebook) -> None:
    first = cell(notebook, "softplus")
    lines = first["source"].split("\n")
    second = own_cell("\n".join(lines[1:]))
    first["source"] = lines[0]
    notebook["cells"].insert(place(notebook, "softplus") + 1, second)


def merged(into: str, grade_id: str) -> Build:
    """Two cells made one, as an editor's "merge cells" does."""

    def edit(notebook: Notebook) -> None:
        gone = notebook["cells"].pop(place(notebook, grade_id))
        cell(notebook, into)["source"] += "\n\n\n" + gone["source"]

    return edited(edit)


def turned(grade_id: str, kind: str) -> Build:
    """A cell of another type."""

    def edit(notebook: Notebook) -> None:
        one = cell(notebook, grade_id)
        one["cell_type"] = kind
        del one["outputs"], one["execution_count"]

    return edited(edit)


def doubled(grade_id: str, first: str | None = None, second: str | None = None) -> Build:
    """A cell copied and pasted, nbgrader's metadata included; texts are those of the two."""

    def edit(notebook: Notebook) -> None:
        one = cell(notebook, grade_id)
        again = copied(one)
        notebook["cells"].insert(place(notebook, grade_id) + 1, again)
        one["source"] = first or one["source"]
        again["source"] = second or again["source"]

    return edited(edit)


STARTER = "def softplus(z):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n"


def answer_below(grade_id: str) -> Build:
    """The blank cell stays as it is; the answer comes in a new one below this cell."""

    def edit(notebook: Notebook) -> None:
        one = cell(notebook, "softplus")
        notebook["cells"].insert(place(notebook, grade_id) + 1, own_cell(one["source"]))
        one["source"] = STARTER

    return edited(edit)


def answer_in_check(notebook: Notebook) -> None:
    one, other = cell(notebook, "softplus"), cell(notebook, "softplus-check")
    other["source"] = f"{one['source']}\n\n\n{other['source']}"
    one["source"] = STARTER


def setup_emptied(notebook: Notebook) -> None:
    cell(notebook, "setup")["source"] = ""


FAULTS = [
    Fault("check-deleted", "A check is gone.", without("softplus-check"), problem=FREE),
    Fault("checks-deleted", "All checks are gone.", only(lambda one: not check(one)), problem=FREE),
    Fault("solution-deleted", "A solution is gone.", without("softplus"), OTHERS, FREE),
    Fault("exercise-deleted", "A solution and its check are gone.",
          without("softplus", "softplus-check", "softplus-statement"), OTHERS, FREE),
    Fault("setup-deleted", "The set-up cell is gone.", without("setup"), problem=FREE),
    Fault("setup-emptied", "The set-up cell is empty.", edited(setup_emptied), problem=FREE),
    Fault("demonstrations-deleted", "All demonstrations are gone.",
          only(lambda one: not demonstration(one)), problem=FREE),
    Fault("text-deleted", "All text is gone.", only(lambda one: one["cell_type"] == "code"),
          problem=FREE),
    Fault("solutions-only", "Nothing but the solutions is left.", only(solution), problem=FREE),
    Fault("reversed", "All cells stand in reverse order.",
          edited(lambda notebook: notebook["cells"].reverse()), problem=FREE),
    Fault("solution-first", "A solution stands above the set-up cell.", moved("huber_fn", 0),
          problem=FREE),
    Fault("setup-last", "The set-up cell stands last.", moved("setup", 10**6), problem=FREE),
    Fault("split", "A solution is split over two cells.", split(marked=False), problem=FREE),
    Fault("split-marked", "A solution is split over two cells with the same grade_id.",
          split(marked=True), problem=FREE),
    Fault("split-inside", "A function is split in the middle.", edited(split_inside), OTHERS, FREE),
    Fault("merged-solutions", "Two solutions are one cell.",
          merged("huber_fn", "positive_weights"), problem=FREE),
    Fault("merged-with-setup", "A solution was merged into the set-up cell.",
          merged("setup", "softplus"), OTHERS, FREE, may=MAY),
    Fault("merged-with-check", "A check was merged into its solution.",
          merged("softplus", "softplus-check"), problem=FREE),
    Fault("solution-as-text", "A solution is a Markdown cell.", turned("softplus", "markdown"),
          OTHERS, FREE, may=MAY),
    Fault("solution-raw", "A solution is a raw cell.", turned("softplus", "raw"), OTHERS, FREE,
          may=MAY),
    Fault("check-as-text", "A check is a Markdown cell.", turned("softplus-check", "markdown"),
          problem=FREE),
    Fault("setup-raw", "The set-up cell is a raw cell.", turned("setup", "raw"), problem=FREE),
    Fault("check-doubled", "A check is there twice.", doubled("softplus-check"), problem=FREE),
    Fault("solution-doubled", "A solution is there twice.", doubled("softplus"), problem=FREE),
    Fault("second-solution-counts", "A copied solution cell: the first is blank.",
          doubled("softplus", first=STARTER), problem=FREE),
    Fault("second-solution-blank", "A copied solution cell: the second is blank.",
          doubled("softplus", second=STARTER), OTHERS, FREE, may=MAY),
    Fault("answer-below", "The answer stands in a new cell below the blank one.",
          answer_below("softplus"), problem=FREE),
    Fault("answer-below-check", "The answer stands in a new cell below the check, which failed.",
          answer_below("softplus-check"), OTHERS, FREE, may=MAY),
    Fault("answer-in-check", "The answer stands in the check's cell.", edited(answer_in_check),
          OTHERS, FREE, may=MAY),
]  # fmt: skip
