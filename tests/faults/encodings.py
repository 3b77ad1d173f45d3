"""The file's bytes and its JSON are odd: encodings, line ends, sizes, depths, numbers."""

from __future__ import annotations

import json

from faults.fault import FREE, Fault, Notebook, all_but, cell, edited, own_cell, place, written

MEGABYTE = 10**6
DEEPEST = 100_000
NO_NOTEBOOK = r"no notebook|not a notebook|not JSON"


def in_latin_1(text: str) -> bytes:
    # An old editor writes a question mark for what its encoding lacks.
    marked = text.replace("return tf.math.log(", "# grösser als 0\\n    return tf.math.log(")
    assert marked != text
    return marked.encode("latin-1", "replace")


def with_markdown(source: str):
    """The solved notebook with a note of the student's."""
    note = {"cell_type": "markdown", "id": "own-note", "metadata": {}, "source": source}
    return edited(lambda notebook: notebook["cells"].insert(3, note))


def padded(text: str) -> bytes:
    data = text.encode()
    return data + b"\0" * (4096 - len(data) % 4096)


def surrogate_in_comment(text: str) -> str:
    return text.replace("return tf.math.log(", "# \\ud83d\\n    return tf.math.log(")


def null_in_code(notebook: Notebook) -> None:
    cell(notebook, "softplus")["source"] += "\0"


def windows_sources(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        one["source"] = one["source"].replace("\n", "\r\n")


def with_metadata(value: str):
    """The solved notebook with this JSON as the value of a key of its metadata."""

    def write(text: str) -> str:
        notebook = json.loads(text)
        notebook["metadata"]["odd"] = "HERE"
        return json.dumps(notebook, ensure_ascii=False).replace('"HERE"', value)

    return written(write)


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def stream(size: int) -> list[dict[str, object]]:
    """Outputs of so many bytes, in lines of a hundred."""
    return [{"name": "stdout", "output_type": "stream", "text": ("x" * 99 + "\n") * (size // 100)}]


def grown_to(size: int):
    """The solved notebook with as much output as makes its file just that large."""

    def edit(notebook: Notebook) -> None:
        one = own_cell("for _ in range(10**6):\n    print('x' * 99)")
        notebook["cells"].insert(place(notebook, "softplus"), one)
        bare = len(json.dumps(notebook, indent=1, ensure_ascii=False).encode()) + 1000
        one["source"] = "print('x')"
        # "\n" takes two bytes in JSON: a line of a hundred characters takes 101.
        one["outputs"] = stream((size - bare) // 101 * 100)

    return edited(edit)


def long_line(notebook: Notebook) -> None:
    cell(notebook, "softplus")["source"] += "\n# " + "x" * (2 * MEGABYTE)


FAULTS = [
    Fault("bom", "The file begins with a byte order mark.",
          written(lambda text: text.encode("utf-8-sig"))),
    Fault("utf-16", "PowerShell wrote the file, in UTF-16.",
          written(lambda text: text.encode("utf-16")), problem=r"UTF-8", refusal=True),
    Fault("latin-1", "The file is in Latin-1.", written(in_latin_1), problem=r"UTF-8",
          refusal=True),
    Fault("windows-file", "The file's lines end as on Windows.",
          written(lambda text: text.replace("\n", "\r\n"))),
    Fault("windows-sources", "The cells' lines end as on Windows.", edited(windows_sources)),
    Fault("only-nulls", "A crash left nothing but null bytes.",
          written(lambda text: b"\0" * 4096), None, NO_NOTEBOOK),
    Fault("padded-with-nulls", "Null bytes follow the notebook.", written(padded),
          problem=NO_NOTEBOOK, refusal=True),
    Fault("null-in-code", "A null character in a solution.", edited(null_in_code),
          all_but("softplus"), FREE, may=frozenset({"softplus"})),
    Fault("null-in-text", "A null character in a note.", with_markdown("a\0b"), problem=FREE),
    Fault("surrogate-in-text", "Half an emoji in a note.",
          written(lambda text: text.replace("## 2.1", "## \\ud800 2.1", 1)), problem=FREE),
    Fault("surrogate-in-code", "Half an emoji in a solution's comment.",
          written(surrogate_in_comment), all_but("softplus"), FREE, may=frozenset({"softplus"})),
    Fault("one-line", "The whole file is one line.",
          written(lambda text: json.dumps(json.loads(text)))),
    Fault("long-line", "A line of two million characters in a solution.", edited(long_line),
          problem=FREE),
    Fault("output-50-mb", "Outputs make the file 50 MB.", grown_to(50 * MEGABYTE), problem=FREE),
    Fault("file-60-mb", "The file has 60 MB.", grown_to(60 * MEGABYTE), problem=r"MB",
          refusal=True),
    Fault("file-120-mb", "The file has 120 MB.", grown_to(120 * MEGABYTE), problem=r"MB",
          refusal=True),
    Fault("nested-100000", "JSON is nested a hundred thousand deep in the notebook's metadata.",
          with_metadata(nested(DEEPEST)), problem=r"nested|deep|no notebook", refusal=True),
    Fault("nested-600", "JSON is nested six hundred deep in the notebook's metadata.",
          with_metadata(nested(600)), problem=r"nested|deep|no notebook", refusal=True),
    Fault("nan-in-metadata", "NaN and Infinity stand in the metadata.",
          with_metadata('{"a": NaN, "b": -Infinity}'), problem=FREE),
    Fault("number-of-5000-digits", "A number of 5000 digits stands in the metadata.",
          with_metadata("9" * 5000), problem=NO_NOTEBOOK, refusal=True),
]  # fmt: skip
