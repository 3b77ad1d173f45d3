"""Code that fails, waits, needs what is not there, or is no Python."""

from __future__ import annotations

from faults.fault import (
    FREE,
    Fault,
    Notebook,
    all_but,
    cell,
    edited,
    solved_with,
    with_own,
)

OTHERS = all_but("softplus")
BROKEN = "def softplus(z)\n    return z\n"
THREAD = "import threading, time\nthreading.Thread(target=time.sleep, args=(10**6,)).start()"


def needs_what_is_gone(notebook: Notebook) -> None:
    """The solution used a helper from a cell that was deleted before it was handed in."""
    one = cell(notebook, "softplus")
    one["source"] = one["source"].replace("1.0 + tf.exp(z)", "one_more_than_exp(z)")


def lost(name: str, sentence: str, source: str) -> Fault:
    """The cell of one exercise cannot run: its points are lost, and no others."""
    return Fault(name, sentence, solved_with(lambda right: source.format(right=right)), OTHERS,
                 FREE)  # fmt: skip


def survived(name: str, sentence: str, *sources: str) -> Fault:
    """The student's own cells fail; the solutions do not need them."""
    return Fault(name, sentence, with_own(*sources), problem=FREE)


FAULTS = [
    lost("syntax-error", "A solution has a syntax error.", BROKEN),
    lost("unclosed", "A solution's bracket is never closed.", "{right}\nprint((("),
    lost("missing-package", "A solution imports a package that is not there.",
         "import package_that_is_not_there\n\n\n{right}"),
    lost("asks-for-input", "A solution waits for somebody to type.",
         "name = input('Your name: ')\n\n\n{right}"),
    lost("written-to-file", "A solution only writes itself to a file.",
         "%%writefile softplus.py\n{right}"),
    lost("other-name", "A solution's function has another name.",
         "def my_softplus(z):\n    return tf.math.log(1.0 + tf.exp(z))\n"),
    lost("not-code", "A solution is a sentence.", "I did not have the time, sorry."),
    lost("emptied", "A solution's cell is empty.", "{right:.0}"),
    Fault("name-error", "A solution needs what a deleted cell defined.",
          edited(needs_what_is_gone), OTHERS, FREE),
    Fault("timed", "A solution stands below %%time.",
          solved_with("%%time\n{}".format), problem=FREE),
    Fault("merged-by-hand", "A solution ends in a shell escape.",
          solved_with("{}\n!ls -l\n".format), problem=FREE),
    survived("own-syntax-error", "The student's own cell has a syntax error.", "print 'Python 2'"),
    survived("own-name-error", "The student's own cell uses a name that is not there.",
             "y = model_from_yesterday.predict(x)"),
    survived("own-missing-package", "The student's own cells import what is only on Colab.",
             "from google.colab import drive\ndrive.mount('/content/drive')",
             "import package_that_is_not_there"),
    survived("own-input", "The student's own cell waits for somebody to type.",
             "answer = input('Go on? ')", "import getpass\ngetpass.getpass()"),
    survived("magics", "The student's own cells hold magics and shell escapes.",
             "!ls", "%timeit -n 1 -r 1 sum(range(10))", "%%bash\necho here", "%%html\n<b>bold</b>",
             "?print", "%no_such_magic", "%%no_such_cell_magic\n1", "!python -m pip --version",
             "%matplotlib inline", "%cd /tmp", "%reset_selective -f nothing"),
    survived("exits", "The student's own cell leaves the notebook.", "exit()"),
    survived("system-exit", "The student's own cell raises SystemExit.", "import sys\nsys.exit(1)"),
    survived("interrupts", "The student's own cell raises KeyboardInterrupt.",
             "raise KeyboardInterrupt"),
    survived("prints-much", "The student's own cells print twenty million characters.",
             "print('x' * 10**7)", "for _ in range(10**5):\n    print('x' * 100)"),
    survived("many-errors", "Two hundred of the student's own cells fail.", *["1 / 0"] * 200),
    survived("thread", "The student's own cell leaves a thread that never ends.", THREAD),
    survived("endless", "The student's own cell never ends.", "while True:\n    pass"),
    survived("awaits", "The student's own cell awaits.", "import asyncio\nawait asyncio.sleep(0)"),
    survived("other-folder", "The student's own cell changes the folder.",
             "import os\nos.chdir('/')"),
]  # fmt: skip
