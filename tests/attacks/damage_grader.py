"""Exhaustion of whoever grades: cells that are slow to read, outputs that are large to keep."""

from __future__ import annotations

from typing import Any

from .attack import Attack, cell, wrong_huber

WIDGETS = """
    def flood(most=40, size=10 * 2**20):
        kernel = get_ipython().kernel
        for number in range(most):
            state = {"state": {"value": "w" * size}, "buffer_paths": []}
            content = {"comm_id": f"@MARK@-{number}", "data": state}
            content["target_name"] = "jupyter.widget"
            metadata = {"version": "2.1.0"}
            try:
                kernel.session.send(
                    kernel.iopub_socket, "comm_open", content,
                    parent=kernel.get_parent("shell"), metadata=metadata,
                )
            except Exception:
                return
"""

DISPLAYS = """
    from IPython.display import display

    handle = display("shown", display_id="@MARK@")
    for number in range(40):
        display({"text/plain": "d" * (9 * 2**20)}, raw=True, display_id="@MARK@", update=True)
"""

SCRIPT = "<img src=x onerror=alert(1)><script>//@MARK@</script>"
SCRIPTED = f"""
    def huber_fn(y_true, y_pred):
        raise type("Evil<b>Error", (ValueError,), {{}})(
            '{SCRIPT}"\\'>\\x1b[2J\\x1b]0;mine\\x07\\r' + chr(0x202E)
        )
"""


def own_cells(*sources: str) -> Any:
    """An edit that adds cells after the set-up cell."""

    def edit(notebook: Any) -> None:
        from nbformat import v4

        notebook.cells[2:2] = [
            v4.new_code_cell(source, id=f"own-cell-{number}")
            for number, source in enumerate(sources)
        ]

    return edit


ATTACKS = (
    Attack(
        "damage",
        "many-magics",
        "Has a cell of 600 commands, which IPython's own reading of cells gives up on.",
        {"huber_fn": wrong_huber()},
        edit=own_cells("\n".join(["!true"] * 600)),
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "slow-to-read",
        "Has cells that take a reader of Python's syntax minutes, or all of its stack.",
        {"huber_fn": wrong_huber()},
        edit=own_cells(
            'f"' + "{x}" * 100_000 + '"',
            "x" + ".a" * 100_000,
            "x = " + "-" * 100_000 + "1",
            "(" * 100_000,
        ),
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "output-in-many-cells",
        "Spreads 360 MB of output over cells, each of which stays under a limit.",
        {"huber_fn": wrong_huber()},
        edit=own_cells(*['print("o" * (9 * 2**20))'] * 40),
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "widget-states",
        "Opens widgets whose states are kept with the notebook, 400 MB in all.",
        {"huber_fn": wrong_huber(defined=cell(WIDGETS) + "\n\nflood()")},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "display-updated",
        "Replaces what is displayed by 9 MB, again and again.",
        {"huber_fn": wrong_huber(defined=cell(DISPLAYS))},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "script-in-an-error",
        "Raises an error whose name and message hold HTML and control characters.",
        {"huber_fn": cell(SCRIPTED)},
    ),
)
