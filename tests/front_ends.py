"""What other front ends make of a notebook's file when they save it, on plain JSON."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

Notebook = dict[str, Any]
Cell = dict[str, Any]

COLAB = {
    "accelerator": "GPU",
    "colab": {"name": "Copy of 02_losses.ipynb", "provenance": [], "toc_visible": True},
    "kernelspec": {"display_name": "Python 3", "name": "python3"},
    "language_info": {"name": "python"},
}
RAN = {
    "elapsed": 412,
    "status": "ok",
    "timestamp": 1790000000000,
    "user": {"displayName": "A Learner", "userId": "01234567890123456789"},
    "user_tz": -120,
}
VS_CODE = {
    "kernelspec": {"display_name": ".venv (3.11.7)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.11.7",
    },
}


def from_colab(notebook: Notebook, *, strip: bool = False) -> str:
    """The file that Colab's "Download .ipynb" gives of a notebook that was edited and run there.

    Args:
        notebook: The notebook, as JSON.
        strip: Whether it also drops cell metadata that are not its own.
    """
    found = copy.deepcopy(notebook)
    found["metadata"] = copy.deepcopy(COLAB)
    found["nbformat_minor"] = 0  # a format without cell ids
    for number, cell in enumerate(found["cells"]):
        cell.pop("id", None)
        kept = {} if strip else cell["metadata"]
        cell["metadata"] = {**kept, "id": _drawn(number, 12)}
        cell["source"] = _lines(cell["source"])
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
            cell["outputs"] = _outputs_of_colab(number)
            cell["metadata"] |= {
                "cellView": "code",
                "colab": {"base_uri": "https://localhost:8080/", "height": 35},
                "executionInfo": copy.deepcopy(RAN),
                "outputId": _drawn(-number, 36),
            }
    scratch = {"cell_type": "code", "source": ["1 + 1"], "execution_count": None, "outputs": []}
    found["cells"].append({**scratch, "metadata": {"id": _drawn(len(found["cells"]), 12)}})
    return json.dumps(found, indent=2, ensure_ascii=False)


def from_vs_code(notebook: Notebook) -> str:
    """The file that VS Code writes: keys in order, its own kernel, ids as they were."""
    found = copy.deepcopy(notebook)
    found["metadata"] = copy.deepcopy(VS_CODE)
    for number, cell in enumerate(found["cells"]):
        cell["source"] = _lines(cell["source"])
        if cell["cell_type"] == "code":
            cell["metadata"]["vscode"] = {"languageId": "python"}
            cell["execution_count"] = number
            cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": ["done\n"]}]
    added = {"cell_type": "code", "execution_count": None, "id": "1f0c22ab", "metadata": {}}
    found["cells"].append({**added, "outputs": [], "source": []})
    return json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _outputs_of_colab(number: int) -> list[dict[str, Any]]:
    """A text that was printed, and a value with Colab's own type beside the usual ones."""
    return [
        {"output_type": "stream", "name": "stdout", "text": ["2.0\n"]},
        {
            "output_type": "execute_result",
            "execution_count": number,
            "metadata": {},
            "data": {
                "text/plain": ["'huber'"],
                "application/vnd.google.colaboratory.intrinsic+json": {"type": "string"},
            },
        },
    ]


def _lines(source: str | list[str]) -> list[str]:
    """The source as a list of lines, each with its end."""
    return "".join(source).splitlines(keepends=True)


def _drawn(number: int, length: int) -> str:
    """An id such as it draws at random; here the same each time."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    return "".join(random.Random(number).choices(letters, k=length))
