"""Peeking into other processes, descriptors that were left open, and what stand-ins are made of."""

from __future__ import annotations

from .attack import Attack, answering, cell, wrong_huber

OTHER_PROCESSES = """
    import os
    import pathlib

    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        if folder.name == str(os.getpid()):
            continue
        for name in ("environ", "cmdline", "maps"):
            try:
                text = (folder / name).read_bytes()
                found = text.find(b"COURSE_TOKEN=")
                print(folder, name, len(text), text[found : found + 60] if found >= 0 else "")
            except OSError as error:
                print(folder, name, type(error).__name__)
        for link in folder.glob("fd/*"):
            try:
                print(link, os.readlink(link))
                if os.readlink(link).startswith(("@COURSE@", "@HOME@")):
                    print(link.read_bytes()[:4000])
            except OSError:
                pass
"""

PARENTS_MEMORY = """
    import os
    import re

    wanted = re.compile(rb"COURSE_TOKEN=[0-9a-f]{4,60}")

    def search(process, most=2**24):
        read = 0
        with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
            for line in maps:
                span, rights = line.split()[:2]
                start, end = (int(one, 16) for one in span.split("-"))
                if "r" not in rights or end - start > 2**26 or read > most:
                    continue
                try:
                    memory.seek(start)
                    for found in wanted.findall(memory.read(end - start))[:20]:
                        print(process, found)
                    read += end - start
                except (OSError, ValueError, OverflowError):
                    pass

    for process in {os.getppid(), 1}:
        try:
            search(process)
        except OSError as error:
            print(process, type(error).__name__)
"""

DESCRIPTORS = """
    import os
    import stat

    for number in range(3, 256):
        try:
            kind = os.fstat(number).st_mode
            print(number, os.readlink(f"/proc/self/fd/{number}"), oct(kind))
            if stat.S_ISREG(kind):
                print(os.pread(number, 4000, 0))
            if stat.S_ISDIR(kind):
                print(os.listdir(number))
                print(os.open("secret.txt", os.O_RDONLY, dir_fd=number))
        except OSError:
            pass
"""

SOURCE_OF_STAND_IN = """
    import ast
    import pathlib

    import keras.src.losses.losses as theirs

    tree = ast.parse(pathlib.Path(theirs.__file__).read_text())
    wanted = [one for one in tree.body if getattr(one, "name", "") == "huber"]
    scope = {**vars(theirs), "keras_export": lambda *a, **k: lambda one: one}
    exec(compile(ast.Module(wanted, []), "mine", "exec"), scope)
"""

ATTACKS = (
    Attack(
        "peeking",
        "other-processes",
        "Looks for secrets in environments, command lines and open files of all processes.",
        {"huber_fn": wrong_huber()},
        last=cell(OTHER_PROCESSES),
    ),
    Attack(
        "peeking",
        "memory-of-the-parent",
        "Searches the memory of its parent and of process 1 for secrets.",
        {"huber_fn": wrong_huber(defined=PARENTS_MEMORY)},
    ),
    Attack(
        "peeking",
        "descriptors-left-open",
        "Reads every file descriptor that was left open in its process.",
        {"huber_fn": wrong_huber(DESCRIPTORS)},
        last=cell(DESCRIPTORS),
        may_lose="what it reads may be an answer's way out",
    ),
    Attack(
        "peeking",
        "source-of-a-stand-in",
        "Takes the source text of the forbidden stand-in and runs a copy of it.",
        {
            "huber_fn": answering(
                'scope["huber"](y_true[..., None], y_pred[..., None])', SOURCE_OF_STAND_IN
            )
        },
    ),
)
