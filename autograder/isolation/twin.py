"""A second process that knows the candidate's definition and nothing that has happened since.

A saved model is loaded there: what worked only because the objects that made it were still alive
does not work in a new session either.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from autograder.isolation.job import Job
from autograder.questions.base import run_here

Load = Callable[[Job], Any]


class Twin:
    """A fork of this process, to be made before TensorFlow is used: used, it can't be forked.

    Called like `run_here`, it runs a function on its own copy of the candidate. It ends with the
    process that made it.
    """

    def __init__(self, load: Load) -> None:
        self._pipe, theirs = Pipe()
        if os.fork() == 0:
            try:
                self._pipe.close()
                _silence()
                _serve(theirs, load)
            finally:
                os._exit(0)
        theirs.close()

    def prepare(self, job: Job) -> None:
        """Hands over the candidate's definition, which is loaded while this process goes on."""
        self._pipe.send_bytes(job.header())
        self._pipe.send_bytes(job.payload)

    def __call__(
        self, function: Callable[..., Any], candidate: Any, arguments: tuple[Any, ...]
    ) -> Any:
        """What `function(its own candidate, *arguments)` gives there, or the Failure.

        Raises:
            RuntimeError: If the other process has ended.
        """
        try:
            self._pipe.send((function, arguments))
            return self._pipe.recv()
        except (EOFError, OSError):
            raise RuntimeError("The process that should load the model has ended.") from None


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _serve(pipe: Connection, load: Load) -> None:
    try:
        job = Job.read(pipe.recv_bytes(), pipe.recv_bytes())
        candidate = load(job)
        while True:
            function, arguments = pipe.recv()
            pipe.send_bytes(pickle.dumps(run_here(function, candidate, arguments)))
    except EOFError:
        return
