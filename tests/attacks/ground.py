"""The ground that attacks run on: bait and tripwires round a course directory."""

from __future__ import annotations

import base64
import contextlib
import ctypes
import hashlib
import os
import secrets
import shutil
import signal
import site
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from .attack import Attack
from .doors import Doors

# What grading itself may change in the course directory.
OWN = ("autograded", "feedback", "gradebook", ".tapework", "tapework", "grades.csv")
CACHES = (".cache", ".keras", ".local", ".config", ".ipython", ".jupyter", ".nv")
BE_SUBREAPER = 36  # prctl: processes whose parents have ended become ours


class Ground:
    """Bait, and tripwires; a context manager.

    Args:
        folder: An empty folder for the home directory and the sockets.
        course: The course directory, with the assignment released.
        replay: Recorded answers for the attack that replays them.
    """

    def __init__(self, folder: Path, course: Path, replay: bytes = b"") -> None:
        self.course, self.home, self.replay = course, folder / "home", replay
        self.token = f"tw{secrets.token_hex(5)}"
        self.secrets = {name: secrets.token_hex(12) for name in ("home", "course", "environment")}
        self.remark = f"witness {secrets.token_hex(12)}"
        self.canary = Path(tempfile.gettempdir()) / f"canary-{self.token}.txt"
        self._lay_out()
        self.doors = Doors(folder / "s", self.token)
        self.victim = subprocess.Popen(["sleep", "7200"], start_new_session=True)
        ctypes.CDLL(None).prctl(BE_SUBREAPER, 1, 0, 0, 0)
        self._children = set(_descendants())

    def _lay_out(self) -> None:
        files = {
            self.home / "secret.txt": self.secrets["home"],
            self.home / ".ssh/id_ed25519": self.secrets["home"],
            self.home / ".bashrc": "# a shell's own\n",
            self.home / ".ipython/profile_default/ipython_config.py": "",
            self.course / "answers.txt": self.secrets["course"],
            self.canary: "nobody may touch this\n",
        }
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def ready(self) -> None:
        """Notes how everything is; to be called once all has been handed in."""
        self._before = {**_digests(self.home, CACHES), **_digests(self.course, OWN)}
        self._before[self.canary] = _digest(self.canary)
        for path in (
            self.home / ".bashrc",
            self.home / ".ipython/profile_default/ipython_config.py",
        ):
            self._before[path] = _digest(path)

    def environment(self) -> dict[str, str]:
        """The environment to grade in."""
        kept = ("PATH", "PYTHONPATH", "LANG", "VIRTUAL_ENV", "TF_CPP_MIN_LOG_LEVEL")
        given = {key: os.environ[key] for key in kept if key in os.environ}
        return {**given, "HOME": str(self.home), "COURSE_TOKEN": self.secrets["environment"]}

    def places(self, attack: Attack) -> Mapping[str, str]:
        """What the names of places in an attack's texts stand for."""
        import autograder

        return {
            "MARK": self.mark(attack),
            "TOKEN": self.token,
            "STUDENT": attack.student,
            "COURSE": str(self.course),
            "HOME": str(self.home),
            "TMP": tempfile.gettempdir(),
            "CANARY": str(self.canary),
            "REPO": str(Path(autograder.__file__).parents[1]),
            "SITE": site.getsitepackages()[0],
            "PORT": str(self.doors.port),
            "SOCKET": str(self.doors.path),
            "VICTIM": str(self.victim.pid),
            "PIDNS": str(Path("/proc/self/ns/pid").readlink()),
            "REPLAY": base64.b64encode(self.replay).decode(),
        }

    def mark(self, attack: Attack) -> str:
        """The word that all that an attack leaves behind bears."""
        return f"{self.token}-{attack.student}"

    def changed(self) -> list[str]:
        """Files that grading may not touch, and that are no longer as they were."""
        now = {**_digests(self.course, OWN), self.canary: _digest(self.canary)}
        new = [f"new: {path}" for path in now if path not in self._before]
        changed = [f"changed: {path}" for path, one in self._before.items() if _digest(path) != one]
        return new + changed

    def left(self) -> list[str]:
        """Files and keys that bear the mark of an attack, wherever they may have been put."""
        packages, temporary = Path(site.getsitepackages()[0]), Path(tempfile.gettempdir())
        repository = Path(__file__).parents[2]
        deep = [self.home, self.course, repository / "course", repository / "autograder"]
        flat = [packages, temporary, repository, Path.cwd(), Path("/dev/shm"), Path("/var/tmp")]
        deep += temporary.glob("tapework-*")
        flat += (path for path in Path.home().glob(".*") if path.is_dir())
        paths = [path for folder in deep for path in _below(folder)]
        paths += [path for folder in flat for path in folder.glob("*")]
        found = {str(one) for one in paths if self.token in one.name and one != self.canary}
        customized = packages / "sitecustomize.py"
        if customized.exists() and self.token in customized.read_text():
            found.add(f"{customized} ({customized.read_text().split()[-1]})")
        with contextlib.suppress(OSError):
            keys = Path("/proc/keys").read_text().splitlines()
            found |= {f"key {line.split()[-2]}" for line in keys if self.token in line}
        return sorted(found)

    def told(self, text: bytes) -> list[str]:
        """Which secrets stand in a text."""
        known = {**self.secrets, "another student's notebook": self.remark}
        return [name for name, secret in known.items() if secret.encode() in text]

    def processes(self, patience: float = 10.0) -> list[str]:
        """Command lines of processes that were started since, and have not ended in time."""
        until = time.monotonic() + patience
        while (left := set(_descendants()) - self._children) and time.monotonic() < until:
            time.sleep(0.2)
        return [f"{process}: {_command(process)}" for process in sorted(left)]

    def close(self) -> None:
        """Clears away: processes, files and keys that were left behind."""
        for process in set(_descendants()) - self._children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for line in self.left():
            path = Path(line.split(" (")[0])
            if path.is_absolute():
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        self.victim.kill()
        self.victim.wait()
        self.doors.close()
        self.canary.unlink(missing_ok=True)


def _descendants() -> list[int]:
    """Living processes below this one, the victims of grounds apart."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                parents[int(folder.name)] = int(parent)
    below, waiting = list[int](), [os.getpid()]
    while waiting:
        children = [child for child, parent in parents.items() if parent in waiting]
        below, waiting = below + children, children
    return below


def _command(process: int) -> str:
    with contextlib.suppress(OSError):
        text = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("latin1")
        return " ".join(text.split())[:200]
    return "ended"


def _below(folder: Path) -> Iterator[Path]:
    """All below a folder; what others remove meanwhile is left out."""
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in [*folders, *files])


def _digests(folder: Path, apart_from: tuple[str, ...]) -> dict[Path, str]:
    return {
        path: _digest(path)
        for path in folder.rglob("*")
        if path.is_file()
        and not path.is_symlink()
        and not path.relative_to(folder).parts[0].startswith(apart_from)
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "gone"
