"""Exhaustion: of time, memory, processes, threads and disk."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

# Bounded: enough to exhaust one student's share, not a machine on which the sandbox fails.
FORK_BOMB = """
    import os
    import time

    def multiply(most=600):
        born = 0
        while born < most:
            try:
                if os.fork() == 0:
                    time.sleep(900)
                    os._exit(0)
                born += 1
            except OSError:
                time.sleep(0.2)
                born += 20
        time.sleep(5)
"""

THREAD_BOMB = """
    import threading
    import time

    def spin():
        end = time.time() + 600
        while time.time() < end:
            pass

    def many(most=3000):
        for _ in range(most):
            try:
                threading.Thread(target=spin, daemon=True).start()
            except RuntimeError:
                break
"""

MEMORY_BOMB = """
    def hoard(most=12 * 2**30, step=2**28):
        kept = []
        try:
            while len(kept) * step < most:
                kept.append(bytearray(b"x" * step))
        except MemoryError:
            while kept:
                try:
                    kept.append(bytearray(2**20))
                    if len(kept) > 20000:
                        break
                except MemoryError:
                    break
        return kept
"""

UNSTOPPABLE = """
    def go_on():
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass
"""

FILL = """
    import os
    import tempfile

    def fill(folder, most=3 * 2**30):
        path = os.path.join(folder, "@MARK@.bin")
        try:
            with open(path, "wb", 0) as file:
                for _ in range(most // 2**24):
                    file.write(os.urandom(2**24))
        except OSError:
            pass
        try:
            for number in range(20000):
                open(f"{path}-{number}", "x").close()
        except OSError:
            pass

    def fill_all():
        for folder in {os.getcwd(), tempfile.gettempdir(), "@TMP@", "@HOME@", "/dev/shm"}:
            fill(folder)
"""

ATTACKS = (
    Attack(
        "damage",
        "fork-bomb",
        "Forks hundreds of processes and tries again where it is refused.",
        {"huber_fn": wrong_huber("multiply()", FORK_BOMB)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "thread-bomb",
        "Starts thousands of threads that never rest.",
        {"huber_fn": wrong_huber("many()", THREAD_BOMB)},
        may_lose="its own answers come late, if at all",
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "memory-bomb",
        "Takes memory until there is none, and holds on to it.",
        {"huber_fn": wrong_huber("hoard()", MEMORY_BOMB)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "endless-when-asked",
        "Loops for ever when asked, whatever interrupts it.",
        {"huber_fn": wrong_huber("go_on()", UNSTOPPABLE)},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "endless-cell",
        "Loops for ever in its cell, whatever interrupts it.",
        {"huber_fn": wrong_huber(defined=cell(UNSTOPPABLE) + "\n\ngo_on()")},
        safe_on_stock=False,
    ),
    Attack(
        "damage",
        "disk-filled",
        "Writes gigabytes and thousands of files wherever it may.",
        {"huber_fn": wrong_huber("fill_all()", FILL)},
        safe_on_stock=False,
    ),
)
