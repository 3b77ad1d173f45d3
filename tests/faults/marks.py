"""nbgrader's metadata are gone or changed, as other editors, copying or old versions leave them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from faults.fault import FREE, Build, Cell, Fault, Notebook, cell, edited, marks

Identity = Callable[[int], "str | None"]


def saved_by(metadata: Callable[[Cell, int], Any], identity: Identity, /, **keys: Any) -> Build:
    """The solved notebook after an editor that writes cell metadata and ids of its own."""

    def edit(notebook: Notebook) -> None:
        for number, one in enumerate(notebook["cells"]):
            one["metadata"] = metadata(one, number)
            one["id"] = identity(number)
            if one["id"] is None:
                del one["id"]
        notebook.update(keys)

    return edited(edit)


def colab(one: Cell, number: int) -> dict[str, Any]:
    added: dict[str, Any] = {"id": f"{number * 7919:012x}"}
    if one["cell_type"] == "code":
        added["colab"] = {"base_uri": "https://localhost:8080/", "height": 34}
        added["outputId"] = "5a0e0f6c-3c6e-4e8e-d7ff-0a1b2c3d4e5f"
    return added


def kaggle(one: Cell, number: int) -> dict[str, Any]:
    ran = {"iopub.status.busy": "2024-05-01T10:00:00.000000Z", "shell.execute_reply.started": ""}
    return {"_uuid": f"{number:040x}", "trusted": True, "execution": ran}


def pycharm(one: Cell, number: int) -> dict[str, Any]:
    return {"collapsed": False, "pycharm": {"name": "#%%\n"}, "jupyter": {"outputs_hidden": False}}


def vs_code(one: Cell, number: int) -> dict[str, Any]:
    return {"vscode": {"languageId": "python"}} if one["cell_type"] == "code" else {}


COLAB = {
    "nbformat_minor": 0,
    "metadata": {
        "accelerator": "GPU",
        "colab": {"name": "02_losses.ipynb", "provenance": [], "toc_visible": True},
        "kernelspec": {"display_name": "Python 3", "name": "python3"},
        "language_info": {"name": "python"},
    },
}


def lost(*grade_ids: str) -> Build:
    """The solved notebook; these cells lost nbgrader's metadata."""
    return edited(
        lambda notebook: [cell(notebook, one)["metadata"].pop("nbgrader") for one in grade_ids]
    )


def every(change: Callable[[dict[str, Any], int], object]) -> Build:
    """The solved notebook with a change to nbgrader's metadata of every cell that has them."""

    def edit(notebook: Notebook) -> None:
        for number, one in enumerate(notebook["cells"]):
            if marks(one):
                change(marks(one), number)

    return edited(edit)


def swapped(notebook: Notebook) -> None:
    one, other = cell(notebook, "softplus"), cell(notebook, "positive_weights")
    one["metadata"], other["metadata"] = other["metadata"], one["metadata"]


def all_the_same(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        if marks(one):
            marks(one)["grade_id"] = "softplus"


def instead(value: Any) -> Build:
    """The solved notebook with something else in place of a cell's nbgrader metadata."""
    return edited(lambda notebook: cell(notebook, "softplus")["metadata"].update(nbgrader=value))


def one(name: str, sentence: str, **values: Any) -> Fault:
    """Odd values in nbgrader's metadata of one solution cell."""
    build = edited(lambda notebook: marks(cell(notebook, "softplus")).update(values))
    return Fault(name, sentence, build, problem=FREE)


FAULTS = [
    Fault("colab", "Colab saved it: cell ids and all metadata but its own are gone.",
          saved_by(colab, lambda number: None, **COLAB), problem=FREE),
    Fault("colab-kept", "Colab saved it: cell ids are gone, metadata were added.",
          saved_by(lambda one, number: {**one["metadata"], **colab(one, number)},
                   lambda number: None, **COLAB)),
    Fault("vs-code", "VS Code saved it: cell ids are new, nearly all metadata are gone.",
          saved_by(vs_code, lambda number: f"{number * 104729:08x}"), problem=FREE),
    Fault("vs-code-kept", "VS Code saved it: cell ids are new, metadata are still there.",
          saved_by(lambda one, number: one["metadata"], lambda number: f"{number * 104729:08x}")),
    Fault("pycharm", "PyCharm saved it: metadata are its own.",
          saved_by(pycharm, lambda number: None, nbformat_minor=1), problem=FREE),
    Fault("kaggle", "Kaggle saved it: metadata are its own.",
          saved_by(kaggle, lambda number: None, nbformat_minor=4), problem=FREE),
    Fault("metadata-gone", "All cells' metadata are empty, cell ids are as they were.",
          edited(lambda notebook: [one["metadata"].clear() for one in notebook["cells"]]),
          problem=FREE),
    Fault("mark-lost-solution", "A solution cell lost nbgrader's metadata.", lost("softplus"),
          problem=FREE),
    Fault("mark-lost-check", "A check cell lost nbgrader's metadata.", lost("softplus-check"),
          problem=FREE),
    Fault("mark-lost-both", "A solution and its check lost nbgrader's metadata.",
          lost("softplus", "softplus-check"), problem=FREE),
    Fault("mark-lost-setup", "The set-up cell lost nbgrader's metadata.", lost("setup"),
          problem=FREE),
    Fault("ids-renamed", "Every grade_id is another one.",
          every(lambda mark, number: mark.update(grade_id=f"cell-{number:016x}")), problem=FREE),
    Fault("ids-prefixed", "A copy of the course changed every grade_id a little.",
          every(lambda mark, number: mark.update(grade_id=f"{mark['grade_id']}-1")), problem=FREE),
    Fault("ids-all-one", "Every grade_id is that of one exercise.", edited(all_the_same),
          problem=FREE),
    Fault("ids-swapped", "Two solutions stand in each other's cells.", edited(swapped),
          problem=FREE),
    Fault("schema-1", "nbgrader's metadata are of its first version.",
          every(lambda mark, number: [mark.update(schema_version=1), mark.pop("task")]),
          problem=FREE),
    Fault("schema-unsaid", "nbgrader's metadata do not say their version.",
          every(lambda mark, number: mark.pop("schema_version")), problem=FREE),
    Fault("schema-99", "nbgrader's metadata are of a version to come.",
          every(lambda mark, number: mark.update(schema_version=99)), problem=FREE),
    Fault("points-gone", "No check says its points any more.",
          every(lambda mark, number: mark.pop("points", None)), problem=FREE),
    Fault("mark-text", "nbgrader's metadata of a cell are a string.", instead("yes"), problem=FREE),
    Fault("mark-list", "nbgrader's metadata of a cell are a list.", instead([1]), problem=FREE),
    Fault("mark-null", "nbgrader's metadata of a cell are null.", instead(None), problem=FREE),
    one("grade-id-list", "A grade_id is a list.", grade_id=["softplus"]),
    one("grade-id-number", "A grade_id is a number.", grade_id=3),
    one("grade-id-null", "A grade_id is null.", grade_id=None),
    one("grade-id-path", "A grade_id is a path.", grade_id="../../softplus"),
    Fault("tags-text", "Tags are a string.",
          edited(lambda notebook: cell(notebook, "softplus")["metadata"].update(tags="mine")),
          problem=FREE),
    Fault("tags-number", "Tags are a number.",
          edited(lambda notebook: cell(notebook, "softplus")["metadata"].update(tags=1)),
          problem=FREE),
]  # fmt: skip
