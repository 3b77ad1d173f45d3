"""Damage to others: signals to processes, and deletions."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

# Goes on only where the victim is out of reach: there, -1 means this sandbox's own processes.
KILL_ALL = """
    import os
    import signal

    def alone():
        try:
            os.kill(int("@VICTIM@"), signal.SIGKILL)
            return False
        except PermissionError:
            return os.getuid() != 0
        except ProcessLookupError:
            try:
                return os.readlink("/proc/self/ns/pid") != "@PIDNS@"
            except OSError:
                return os.getpid() < 1000

    def kill_all():
        if alone():
            os.kill(-1, signal.SIGKILL)
"""

KILL_PARENT = """
    import os
    import signal

    def kill_parent():
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(os.getppid(), number)
            except OSError:
                pass

    def kill_group():
        os.killpg(0, signal.SIGKILL)
"""

DELETE = """
    import os
    import shutil
    import tempfile

    def deletable(path):
        try:
            os.unlink(path)
            return True
        except OSError:
            return False

    def delete_all():
        for path in ("@COURSE@", "@HOME@"):
            shutil.rmtree(path, ignore_errors=True)
        shutil.rmtree(os.getcwd(), ignore_errors=True)
        if not deletable("@CANARY@") and tempfile.gettempdir() != "@TMP@":
            shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)
            home = os.path.expanduser("~")
            if home.startswith(tempfile.gettempdir()):
                shutil.rmtree(home, ignore_errors=True)
"""

ATTACKS = (
    Attack(
        "damage",
        "kill-everything",
        "Sends SIGKILL to every process that it may.",
        {"huber_fn": wrong_huber("kill_all()", KILL_ALL)},
        may_lose="its own kernel is among what it kills",
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "kill-parent",
        "Sends SIGTERM and SIGKILL to its parent.",
        {"huber_fn": wrong_huber("kill_parent()", KILL_PARENT)},
        may_lose="its parent may be its own kernel",
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "kill-group",
        "Sends SIGKILL to its process group, in its cell and when asked.",
        {"huber_fn": wrong_huber(defined=cell(KILL_PARENT) + "\n\nkill_group()")},
        may_lose="its own kernel is in its group",
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "exit-when-asked",
        "Ends its process with success in the middle of a question.",
        {"huber_fn": wrong_huber("os._exit(0)", "import os")},
    ),
    Attack(
        "damage",
        "stopped",
        "Stops itself with SIGSTOP in the middle of a question.",
        {"huber_fn": wrong_huber("os.kill(os.getpid(), 19)", "import os")},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "everything-deleted",
        "Deletes the course directory, the home directory, its own folders and temporary files.",
        {"huber_fn": wrong_huber("delete_all()", DELETE)},
        may_lose="its own folders go too",
        safe_on_stock=False,
    ),
)
