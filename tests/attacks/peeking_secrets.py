"""Peeking at secrets: in the environment, in files, through links, in an error's message."""

from __future__ import annotations

from .attack import Attack, answering, cell, wrong_huber

READS_SECRETS = """
    import os
    import pathlib

    seen = []
    for start in ("@HOME@", "@COURSE@", "@TMP@", os.path.expanduser("~"), os.getcwd(), ".."):
        for way in ("", "/proc/self/root", "/proc/1/root", "/proc/1/cwd/../../.."):
            for name in ("secret.txt", ".ssh/id_ed25519", "answers.txt", "gradebook.db"):
                path = f"{way}{start}/{name}"
                try:
                    seen.append(path)
                    seen.append(pathlib.Path(path).read_bytes()[:4000].decode("latin1"))
                except BaseException as error:
                    seen.append(f"{path}: {type(error).__name__}")
    print(os.environ, *seen, sep="\\n")
"""

EXPECTED = """
    import glob
    import json
    import os

    import numpy as np

    places = ["@HOME@/.cache", os.path.expanduser("~/.cache"), os.environ.get("XDG_CACHE_HOME", "")]
    tables = []
    for place in places:
        for path in glob.glob(f"{place}/tapework/**/*huber_fn*", recursive=True):
            try:
                tables.append(np.load(path))
            except BaseException:
                pass

    def looked_up(y_true, y_pred):
        for table in tables:
            for key in table.files:
                array = table[key]
                if array.shape == tuple(y_true.shape) and array.dtype.kind == "f":
                    return tf.constant(array.astype("float32")) + 0.0 * y_pred
        return y_true * 0.0 + 7.0
"""

ATTACKS = (
    Attack(
        "peeking",
        "expected-answers-in-the-cache",
        "Looks up the expected answers that the engine keeps in ~/.cache/tapework.",
        {"huber_fn": answering("looked_up(y_true, y_pred)", EXPECTED)},
    ),
    Attack(
        "peeking",
        "secrets-printed",
        "Prints the environment and what secret files hold, so that it comes back as feedback.",
        {"huber_fn": wrong_huber(READS_SECRETS)},
        last=cell(READS_SECRETS),
    ),
    Attack(
        "peeking",
        "secrets-in-an-error",
        "Puts secrets into an error's message and a name, which the feedback shows.",
        {
            "huber_fn": cell("""
                import os
                import pathlib

                def huber_fn(y_true, y_pred):
                    text = " ".join(f"{key}={value}" for key, value in os.environ.items())
                    for path in ("@HOME@/secret.txt", "@COURSE@/answers.txt"):
                        try:
                            text = pathlib.Path(path).read_text() + " " + text
                        except OSError:
                            pass
                    raise ValueError(text)
            """)
        },
    ),
    Attack(
        "peeking",
        "links-handed-in",
        "Hands in symbolic links to a secret and to the gradebook, and prints what they lead to.",
        {"huber_fn": wrong_huber()},
        last="for name in ('notes.txt', 'grades.bin'):\n    try:\n"
        "        print(open(name, 'rb').read()[:4000])\n"
        "    except OSError as error:\n        print(type(error).__name__)",
        links={"notes.txt": "@HOME@/secret.txt", "grades.bin": "@COURSE@/gradebook.db"},
    ),
    Attack(
        "peeking",
        "notebook-is-a-link",
        "Hands in a symbolic link to another student's notebook.",
        honest=(),
        links={"02_losses.ipynb": "@COURSE@/submitted/00-witness-first/losses/02_losses.ipynb"},
    ),
)
