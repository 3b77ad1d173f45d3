"""Other versions of the notebook format, and notebooks that break its rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from faults.fault import (
    FREE,
    Answers,
    Build,
    Fault,
    Notebook,
    all_but,
    cell,
    copied,
    edited,
    filled,
    put,
)

NO_NOTEBOOK = r"no notebook|not a notebook|not the released notebook|none of its (cells|exercises)"
OTHERS = all_but("softplus")


def old(version: int, keep_metadata: bool) -> Build:
    """The solved notebook in format 3 or 2: worksheets, `input` for `source`."""

    def build(folder: Path, released: Notebook, answers: Answers) -> None:
        import nbformat
        from nbformat import v3

        notebook = nbformat.convert(nbformat.from_dict(filled(released, answers)), 3)
        for one in notebook.worksheets[0].cells:
            if not keep_metadata:
                del one["metadata"]
        if version == 2:
            # nbformat's own downgrade leaves what only format 3 has.
            notebook = v3.downgrade(notebook)
            for key in ("nbformat_minor", "orig_nbformat", "orig_nbformat_minor"):
                notebook.pop(key, None)
        put(folder, json.loads(json.dumps(notebook)))

    return build


def with_keys(**values: Any) -> Build:
    """The solved notebook with other values of its own keys."""
    return edited(lambda notebook: notebook.update(values))


def without(key: str) -> Build:
    return edited(lambda notebook: notebook.pop(key))


def with_cell_keys(**values: Any) -> Build:
    """The solved notebook with other values in the solution cell of `softplus`."""
    return edited(lambda notebook: cell(notebook, "softplus").update(values))


def everywhere(change: Callable[[dict[str, Any]], object]) -> Build:
    """The solved notebook with a change to every cell."""
    return edited(lambda notebook: [change(one) for one in notebook["cells"]])


def without_ids(minor: int) -> Build:
    def edit(notebook: Notebook) -> None:
        notebook["nbformat_minor"] = minor
        for one in notebook["cells"]:
            del one["id"]

    return edited(edit)


def same_ids(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        one["id"] = "cell"


def two_copies(notebook: Notebook) -> None:
    """Format 3 could hold several worksheets; pasting a notebook into itself looks like this."""
    notebook["cells"] += [copied(one) for one in notebook["cells"]]


def cells_by_number(notebook: Notebook) -> None:
    notebook["cells"] = {str(number): one for number, one in enumerate(notebook["cells"])}


def without_type(notebook: Notebook) -> None:
    del cell(notebook, "softplus")["cell_type"]


def without_source(notebook: Notebook) -> None:
    del cell(notebook, "softplus")["source"]


def lines(one: dict[str, Any]) -> None:
    one["source"] = one["source"].splitlines(keepends=True)


def lone(name: str, sentence: str, **values: Any) -> Fault:
    """A solution cell that the format forbids: its exercise may be lost, the others may not."""
    build = with_cell_keys(**values)
    return Fault(name, sentence, build, OTHERS, FREE, may=frozenset({"softplus"}))


def odd_output(name: str, sentence: str, outputs: Any) -> Fault:
    return Fault(name, sentence, with_cell_keys(outputs=outputs), problem=FREE)


FAULTS = [
    Fault("format-3", "The notebook is in format 3.", old(3, True), problem=FREE),
    Fault("format-3-bare", "Format 3, and the cells lost their metadata.", old(3, False),
          problem=FREE),
    Fault("format-2", "The notebook is in format 2.", old(2, True), problem=FREE),
    Fault("format-2-bare", "Format 2 as it was: its cells have no metadata.", old(2, False),
          problem=FREE),
    Fault("format-4.0", "Format 4.0, without cell ids.", without_ids(0)),
    Fault("format-4.4-with-ids", "Format 4.4, and yet cell ids.", with_keys(nbformat_minor=4)),
    Fault("format-4.99", "A future minor version of the format.", with_keys(nbformat_minor=99),
          problem=FREE),
    Fault("format-5", "A future version of the format.", with_keys(nbformat=5, nbformat_minor=0),
          problem=r"format|version|no notebook", refusal=True),
    Fault("format-as-text", "The format's version is a string.", with_keys(nbformat="4"),
          problem=r"format|version|no notebook", refusal=True),
    Fault("format-unsaid", "The notebook does not say its format.", without("nbformat"),
          problem=r"format|version|no notebook", refusal=True),
    Fault("ids-missing", "Format 4.5 without cell ids.", without_ids(5)),
    Fault("ids-same", "All cells have the same id.", edited(same_ids)),
    Fault("ids-odd", "Cell ids that the format forbids.",
          everywhere(lambda one: one.update(id=f"{one['id']} ümläut " + "x" * 90))),
    Fault("ids-numbers", "Cell ids are numbers.", everywhere(lambda one: one.update(id=7)),
          problem=FREE),
    Fault("pasted-into-itself", "Every cell is there twice.", edited(two_copies), problem=FREE),
    Fault("no-cells", "The list of cells is empty.", with_keys(cells=[]), None, NO_NOTEBOOK),
    Fault("cells-missing", "There is no list of cells.", without("cells"), None, NO_NOTEBOOK),
    Fault("cells-null", "The list of cells is null.", with_keys(cells=None), None, NO_NOTEBOOK),
    Fault("cells-by-number", "The cells are a dictionary.", edited(cells_by_number),
          problem=NO_NOTEBOOK, refusal=True),
    Fault("cell-null", "One cell is null.",
          edited(lambda notebook: notebook["cells"].insert(5, None)), problem=FREE),
    Fault("cell-text", "One cell is a string.",
          edited(lambda notebook: notebook["cells"].insert(5, "print(1)")), problem=FREE),
    Fault("cell-of-no-type", "One cell does not say its type.", edited(without_type), OTHERS, FREE,
          may=frozenset({"softplus"})),
    Fault("no-metadata", "The notebook has no metadata.", without("metadata"), problem=FREE),
    Fault("metadata-list", "The notebook's metadata are a list.", with_keys(metadata=[]),
          problem=FREE),
    Fault("cells-without-metadata", "No cell has metadata.",
          everywhere(lambda one: one.pop("metadata")), problem=FREE),
    Fault("source-lines", "Sources are lists of lines.", everywhere(lines)),
    Fault("source-missing", "A solution cell has no source.", edited(without_source), OTHERS, FREE),
    lone("source-null", "A solution's source is null.", source=None),
    lone("source-number", "A solution's source is a number.", source=17),
    lone("source-dict", "A solution's source is a dictionary.", source={"text": "x = 1"}),
    lone("source-mixed", "A solution's lines are not all strings.", source=["x = 1\n", None, 3]),
    lone("metadata-null", "A solution cell's metadata are null.", metadata=None),
    lone("metadata-text", "A solution cell's metadata are a string.", metadata="softplus"),
    lone("type-unknown", "A solution cell has a type of its own.", cell_type="javascript"),
    odd_output("outputs-text", "Outputs are a string.", "0.6931"),
    odd_output("outputs-null", "Outputs are null.", None),
    odd_output("output-text", "An output is a string.", ["0.6931"]),
    odd_output("output-unknown", "An output of an unknown type.", [{"output_type": "hologram"}]),
    odd_output("output-empty", "An output says nothing.", [{}]),
    Fault("count-text", "How often a cell ran is a word.", with_cell_keys(execution_count="five"),
          problem=FREE),
    Fault("outputs-missing", "Code cells have no outputs.",
          everywhere(lambda one: one.pop("outputs", None)), problem=FREE),
]  # fmt: skip
