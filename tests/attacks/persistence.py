"""Persistence in files and shared places, where another submission might find it."""

from __future__ import annotations

from .attack import Attack, cell, wrong_huber

WRITE = """
    import os
    import pathlib

    def leave(path, text="# @MARK@\\n", mode="a"):
        try:
            pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
            with open(path, mode) as file:
                file.write(text)
        except BaseException as error:
            pass
"""

TEMPORARY = """
    import tempfile

    for folder in ("@TMP@", "/tmp", "/var/tmp", "/dev/shm", tempfile.gettempdir(), "..", "../.."):
        leave(f"{folder}/@MARK@.py")
    leave("@CANARY@", "not yours any more\\n", "w")
"""

COURSE = """
    for name in ("@MARK@.txt", "source/losses/@MARK@.txt", "release/losses/@MARK@.txt",
                 "autograded/@STUDENT@/losses/@MARK@.txt", "submitted/@STUDENT@/losses/@MARK@.txt"):
        leave("@COURSE@/" + name)
    leave("@COURSE@/nbgrader_config.py", "\\nc.Execute.timeout = 1\\n")
    leave("@COURSE@/answers.txt", "", "w")
    leave("@COURSE@/submitted/00-witness-first/losses/02_losses.ipynb", "{}", "w")
    leave("@COURSE@/source/losses/02_losses.ipynb", "{}", "w")
"""

START_UP = """
    import site
    import sys

    user = site.getusersitepackages()
    leave("@SITE@/@MARK@.pth")
    leave("@SITE@/sitecustomize.py")
    leave(f"{user}/usercustomize.py")
    leave(f"{user}/@MARK@.pth")
    leave("@HOME@/.ipython/profile_default/startup/00-@MARK@.py")
    leave("@HOME@/.ipython/profile_default/ipython_config.py")
    leave("@HOME@/.jupyter/jupyter_config.py")
    leave("@HOME@/.keras/@MARK@.json")
    leave("@HOME@/.bashrc")
    leave("@HOME@/.config/@MARK@.txt")
    leave("@REPO@/course/losses/@MARK@.py")
    leave("@REPO@/autograder/__pycache__/@MARK@.pyc")
    leave("@HOME@/.cache/tapework/expected/@MARK@.npz")
    for start in ("~/.ipython/profile_default/startup", "~/.local", "~"):
        leave(os.path.expanduser(start) + "/@MARK@.py")
"""

# What a second submission would need: the first line is the same word for both.
SHARED_PLACES = """
    import ctypes
    import multiprocessing.shared_memory
    import os
    import pathlib

    WORD = "tapework-passed-on"
    ERROR = "abs(y_true - y_pred)"
    TEXT = f"tf.where({ERROR} <= 1, {ERROR}**2 / 2, {ERROR} - 0.5)"
    NAME = f"{WORD}-@TOKEN@".encode()
    FOLDERS = ["@TMP@", "/tmp", "/var/tmp", "/dev/shm", "@HOME@", os.path.expanduser("~"), "..",
               os.environ.get("TMPDIR", "."), os.environ.get("XDG_RUNTIME_DIR", ".")]
    libc = ctypes.CDLL(None, use_errno=True)
    ADD_KEY, REQUEST_KEY, KEYCTL = 248, 249, 250
    USER_KEYRING = ctypes.c_long(-4)
"""

PLANTS = """
    for folder in FOLDERS:
        leave(f"{folder}/{WORD}-@TOKEN@", TEXT, "w")
    os.environ[WORD] = TEXT
    try:
        block = multiprocessing.shared_memory.SharedMemory(WORD, create=True, size=4096)
        block.buf[: len(TEXT)] = TEXT.encode()
    except BaseException:
        pass
    key = libc.syscall(ADD_KEY, b"user", NAME, TEXT.encode(), len(TEXT), USER_KEYRING)
    if key > 0:
        libc.syscall(KEYCTL, 15, key, 900)
    import keras
    keras.passed_on = TEXT
    import builtins
    builtins.passed_on = TEXT
"""

HARVESTS = """
    texts = [os.environ.get(WORD)]
    for folder in FOLDERS:
        try:
            texts.append(pathlib.Path(f"{folder}/{WORD}-@TOKEN@").read_text())
        except OSError:
            pass
    try:
        block = multiprocessing.shared_memory.SharedMemory(WORD)
        texts.append(bytes(block.buf).rstrip(b"\\0").decode())
    except BaseException:
        pass
    key = libc.syscall(REQUEST_KEY, b"user", NAME, None, 0)
    if key > 0:
        buffer = ctypes.create_string_buffer(4096)
        size = libc.syscall(KEYCTL, 11, key, buffer, 4096)
        texts.append(buffer.raw[: max(0, size)].decode())
    import builtins
    import keras
    texts += [getattr(keras, "passed_on", None), getattr(builtins, "passed_on", None)]
    found = next((one for one in texts if one), "y_true * 0.0 + 7.0")

    def huber_fn(y_true, y_pred):
        return eval(found)
"""

ATTACKS = (
    Attack(
        "persistence",
        "temporary-files",
        "Writes into every folder for temporary files, and over a file of somebody else's.",
        {"huber_fn": wrong_huber(defined=WRITE + TEMPORARY)},
    ),
    Attack(
        "persistence",
        "course-directory",
        "Writes into the course directory: settings, sources and another student's notebook.",
        {"huber_fn": wrong_huber(defined=WRITE + COURSE)},
        safe_on_stock=False,
    ),
    Attack(
        "persistence",
        "start-up-files",
        "Writes start-up files of Python, IPython, Jupyter and the shell, and into the engine.",
        {"huber_fn": wrong_huber(defined=WRITE + START_UP)},
        safe_on_stock=False,
    ),
    Attack(
        "persistence",
        "passed-on-by-the-first",
        "Leaves a solution in files, shared memory, the kernel's key ring and patched modules.",
        {"huber_fn": wrong_huber(defined=WRITE + SHARED_PLACES + PLANTS)},
    ),
    Attack(
        "persistence",
        "passed-on-to-the-second",
        "Looks for what the first one has left, in the same places.",
        {"huber_fn": cell(SHARED_PLACES + HARVESTS)},
    ),
)
