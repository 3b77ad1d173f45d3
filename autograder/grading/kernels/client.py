"""This process's handle on a server of warm kernels: starts it, asks for kernels, ends it."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError
from autograder.isolation.sandbox import ENVIRONMENT

START_SECONDS = 180.0
_servers: dict[Path | None, Server] = {}
_lock = threading.Lock()


def server_for(edition: Path | None) -> Server:
    """The server of this process whose kernels see a course edition; started where none lives.

    Args:
        edition: A folder that holds the course's package; None leaves the installed one.
    """
    with _lock:
        found = _servers.get(edition)
        if found is None or not found.alive:
            found = _servers[edition] = Server(edition)
        return found


@dataclass
class ForkedKernel:
    """A kernel that a server has forked, with the interface of `subprocess.Popen`."""

    server: Server
    child: int
    pid: int
    returncode: int | None = None
    stdin: None = None
    stdout: None = None
    stderr: None = field(default=None)

    def poll(self) -> int | None:
        """Its exit status, None while it runs."""
        if self.returncode is None:
            self.returncode = self.server.ended.get(self.child)
            if self.returncode is None and not self.server.alive:
                self.returncode = -signal.SIGKILL
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Waits for its end."""
        until = time.monotonic() + (timeout if timeout is not None else 1e9)
        while (status := self.poll()) is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired("kernel", timeout or 0.0)
            time.sleep(0.01)
        return status

    def send_signal(self, number: int) -> None:
        """Sends it a signal; none where it has ended."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)


class Server:
    """A process with TensorFlow and ipykernel imported, from which kernels are forked."""

    def __init__(self, edition: Path | None) -> None:
        self.ended: dict[int, int] = {}
        self._answers: dict[int, dict[str, Any]] = {}
        self._numbers = itertools.count()
        self._news = threading.Condition()
        self._ready = False
        # What stands in a server's environment can be read in every kernel's /proc/self/environ.
        env = _small_environment() if edition else {**os.environ, **ENVIRONMENT}
        if edition:
            env["PYTHONPATH"] = str(edition)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "autograder.grading.kernels.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            cwd="/",
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether kernels can be had."""
        return self._process.poll() is None

    def fork(self, request: dict[str, Any]) -> ForkedKernel:
        """Asks for a kernel.

        Raises:
            TapeworkError: If the server has ended or could not make one.
        """
        number = next(self._numbers)
        line = json.dumps({**request, "request": number}).encode() + b"\n"
        assert self._process.stdin
        with self._news:
            self._news.wait_for(lambda: self._ready or not self.alive, START_SECONDS)
            try:
                self._process.stdin.write(line)
                self._process.stdin.flush()
            except OSError:
                raise TapeworkError("The server of warm kernels has ended.") from None
            self._news.wait_for(lambda: number in self._answers or not self.alive, START_SECONDS)
            answer = self._answers.pop(number, {"error": "no answer"})
        if "kernel" not in answer:
            raise TapeworkError(f"No warm kernel could be started: {answer.get('error')}.")
        return ForkedKernel(self, answer["child"], int(answer["kernel"]))

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            message = json.loads(line)
            with self._news:
                if "request" in message:
                    # A process id may come round again.
                    self.ended.pop(message.get("child", 0), None)
                    self._answers[message["request"]] = message
                elif "ended" in message:
                    self.ended[message["ended"]] = message["status"]
                self._ready = True
                self._news.notify_all()
        self._process.wait()
        with self._news:
            self._news.notify_all()


def _small_environment() -> dict[str, str]:
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TZ") if name in os.environ
    }
    return {**kept, **ENVIRONMENT}
